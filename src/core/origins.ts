import type { Chronicle, Source } from './model.ts';

/** Sources that carry one publisher's or agency's text: one origin, however many papers print it. */
export interface Origin {
  /** The agencies or publishers whose text it is, in alphabetical order. */
  readonly names: readonly string[];
  readonly sources: readonly string[];
  /** The side that all its sources belong to, or `none` as soon as one belongs to no side. */
  readonly party: string;
  /** Whether it has a source that is more than an encyclopedia, a copy of one, or an aggregator. */
  readonly isFirstHand: boolean;
}

/** Groups sources by whose text they carry. A text of two agencies joins both into one origin. */
export function groupOrigins(chronicle: Pick<Chronicle, 'sources'>, ids: readonly string[]): Origin[] {
  let groups: { names: Set<string>; sources: Source[] }[] = [];
  for (const id of new Set(ids)) {
    const source = chronicle.sources.get(id);
    if (!source) continue;
    const names = new Set(originNames(chronicle, source));
    const same = groups.filter((group) => !group.names.isDisjointFrom(names));
    const merged = {
      names: new Set([...names, ...same.flatMap((group) => [...group.names])]),
      sources: [...same.flatMap((group) => group.sources), source],
    };
    groups = [...groups.filter((group) => !same.includes(group)), merged];
  }
  return groups
    .map(({ names, sources }) => ({
      names: [...names].sort(),
      sources: sources.map((source) => source.id).sort(),
      party: sources.every((source) => source.party === sources[0]?.party) ? (sources[0]?.party ?? 'none') : 'none',
      isFirstHand: sources.some((source) => source.class !== 'tertiary'),
    }))
    .sort((a, b) => ((a.names[0] ?? '') < (b.names[0] ?? '') ? -1 : 1));
}

/** Returns whose text a source carries: its origin's, else its agencies', else its publisher's. */
export function originNames(chronicle: Pick<Chronicle, 'sources'>, source: Source): readonly string[] {
  const root = source.origin === 'self' ? undefined : chronicle.sources.get(source.origin);
  if (root) return originNames(chronicle, root);
  return source.agency.length > 0 ? source.agency : [source.publisher];
}
