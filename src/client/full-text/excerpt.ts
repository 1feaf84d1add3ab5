import type { Fragment } from './index-files.ts';
import type { Place } from './places.ts';

/** A piece of an excerpt. */
export interface ExcerptPiece {
  readonly text: string;
  /** Whether it is a word that was sought. */
  readonly isMatch: boolean;
}

/** A part of a document under a heading of its own, which has words that were sought. */
export interface SubResult {
  readonly title: string;
  readonly url: string;
  readonly excerpt: readonly ExcerptPiece[];
}

/** How many words an excerpt has. */
const excerptLength = 28;

/** Returns the stretch of a document's text that says most of what was sought. */
export function createExcerpt(
  { words }: Pick<Fragment, 'words'>,
  places: readonly Place[],
  from = 0,
  to = Number.POSITIVE_INFINITY,
): ExcerptPiece[] {
  const end = Math.min(to, words.length);
  const length = Math.min(excerptLength, end - from);
  const start = Math.max(from, Math.min(findDensest(places, from), end - length));
  const matches = new Set(places.map(({ place }) => place));
  const pieces: ExcerptPiece[] = [];
  for (let index = start; index < start + length; index += 1) {
    if (index > start) pieces.push({ text: ' ', isMatch: false });
    pieces.push({ text: words[index] ?? '', isMatch: matches.has(index) });
  }
  return pieces;
}

/** Returns the parts of a document that match, in order: what comes before its first heading, and what each heading begins. */
export function createSubResults(fragment: Fragment, url: string, places: readonly Place[]): SubResult[] {
  const anchors = fragment.anchors
    .filter(({ element, text }) => /h\d/i.test(element) && /\S/.test(text ?? ''))
    .toSorted((a, b) => a.location - b.location);
  const parts = [
    { title: fragment.meta['title'] ?? '', url, location: 0 },
    ...anchors.map(({ id, text, location }) => ({ title: text, url: `${url}#${id}`, location })),
  ];
  return parts.flatMap(({ title, url: address, location }, index) => {
    const end = parts[index + 1]?.location ?? Number.POSITIVE_INFINITY;
    const own = places.filter(({ place }) => place >= location && place < end);
    return own.length === 0 ? [] : [{ title, url: address, excerpt: createExcerpt(fragment, own, location, end) }];
  });
}

// The middle of the starts from which as many words have the highest sum of scores.
function findDensest(places: readonly Place[], from: number): number {
  const scores: number[] = [];
  for (const { place, score } of places) scores[place - from] = (scores[place - from] ?? 0) + score;
  if (scores.length <= excerptLength) return from;
  let sum = 0;
  for (let index = 0; index < excerptLength; index += 1) sum += scores[index] ?? 0;
  let most = sum;
  let best = [0];
  for (let index = 0; index < scores.length; index += 1) {
    sum += (scores[index + excerptLength] ?? 0) - (scores[index] ?? 0);
    if (sum > most) {
      most = sum;
      best = [index];
    } else if (sum === most && best.at(-1) === index - 1) best.push(index);
  }
  return from + (best[Math.floor(best.length / 2)] ?? 0);
}
