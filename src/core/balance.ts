import type { Chronicle, Claim } from './model.ts';

/** How many claims each side made, and third parties; joint statements of both sides are counted apart. */
export interface Balance {
  /** By side of chronicle.yml, `third-party` and `joint`. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Counts claims by the side of those who made them. */
export function computeBalance(chronicle: Pick<Chronicle, 'actors' | 'config'>, claims: Iterable<Claim>): Balance {
  const counts = new Map<string, number>(
    [...chronicle.config.sides.map((side) => side.id), 'third-party', 'joint'].map((side) => [side, 0]),
  );
  let total = 0;
  for (const claim of claims) {
    const sides = new Set(claim.by.map((id) => chronicle.actors.get(id)?.side ?? 'third-party'));
    const [first = 'third-party'] = sides;
    const side = sides.size > 1 ? 'joint' : first;
    counts.set(side, (counts.get(side) ?? 0) + 1);
    total += 1;
  }
  return { counts, total };
}

/** Returns a part of a whole in percent, to one decimal; an empty whole has no parts. */
export function formatShare(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
}
