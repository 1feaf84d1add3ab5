import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { ViewContext } from '../../src/core/views/context.ts';

/** A query with the records of which one should come first. */
export interface GoldQuery {
  readonly q: string;
  readonly kind: string;
  /** `place:stepanakert`, `entry:2020-10-29-fifth-week`. */
  readonly answers: readonly string[];
}

/** Reads the gold set. */
export async function readGold(): Promise<GoldQuery[]> {
  return parse(await readFile('test/fixtures/gold-queries.yml', 'utf8')) as GoldQuery[];
}

/** Returns the address of a record named by kind and id; `undefined` if there is none. */
export function addressOf({ chronicle, urls }: ViewContext, record: string): string | undefined {
  const [kind = '', id = ''] = record.split(':');
  const entry = chronicle.entries.get(id);
  const addresses: Record<string, () => string | undefined> = {
    entry: () => entry && urls.entry(entry),
    place: () => (chronicle.places.has(id) ? urls.record('places', id) : undefined),
    actor: () => (chronicle.actors.has(id) ? urls.record('actors', id) : undefined),
    source: () => (chronicle.sources.has(id) ? urls.record('sources', id) : undefined),
    day: () => urls.day(id),
  };
  return addresses[kind]?.();
}

/** How well a search did on the gold set. */
export interface GoldScore {
  readonly hitAt1: number;
  readonly hitAt5: number;
  readonly reciprocalRank: number;
  /** Queries without a hit among the first, with what came first. */
  readonly misses: readonly string[];
}

/** Scores the addresses that a search gave for each query. */
export function scoreGold(
  context: ViewContext,
  rows: readonly { readonly query: GoldQuery; readonly results: readonly string[] }[],
): GoldScore {
  let first = 0;
  let five = 0;
  let reciprocal = 0;
  const misses: string[] = [];
  for (const { query, results } of rows) {
    const wanted = query.answers.map((answer) => addressOf(context, answer));
    const rank = results.findIndex((address) => wanted.includes(address));
    if (rank === 0) first += 1;
    else
      misses.push(`${query.kind}: ${query.q}: rank ${rank < 0 ? 'none' : rank + 1}, first ${results[0] ?? 'nothing'}`);
    if (rank >= 0 && rank < 5) five += 1;
    if (rank >= 0) reciprocal += 1 / (rank + 1);
  }
  return { hitAt1: first / rows.length, hitAt5: five / rows.length, reciprocalRank: reciprocal / rows.length, misses };
}
