import { distance } from 'fastest-levenshtein';

/** Finds the candidate nearest to a value: at most two letters away, or a third of its length. */
export function findNearest(value: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(value.length / 3));
  let nearest: string | undefined;
  let best = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - value.length) >= best) continue;
    const found = distance(value.toLowerCase(), candidate.toLowerCase());
    if (found < best) {
      best = found;
      nearest = candidate;
    }
  }
  return nearest;
}
