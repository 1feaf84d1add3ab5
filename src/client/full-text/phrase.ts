import type { IndexMeta } from '../../core/brief-meta.ts';
import type { TermWords } from './match.ts';
import type { Place } from './places.ts';
import type { Ranked } from './rank.ts';
import { type Postings, readFields, readPlaces } from './words.ts';

/** A document that has a phrase, and where in its text; nowhere if a field alone has it. */
export interface PhraseMatch extends Ranked {
  readonly places: readonly Place[];
}

/** Where a word stands in a document: the places in the text, and in each field. */
interface Standing {
  readonly text: number[];
  readonly fields: Map<number, number[]>;
}

/** Returns the documents that have these very words one after another, in the text or in a field, in order; each word's other beginnings do not count. */
export function findPhrase(
  { fields }: IndexMeta,
  terms: readonly TermWords[],
  fieldWeights: Readonly<Record<string, number>>,
): PhraseMatch[] {
  const [first, ...rest] = terms.map(({ term, words }) =>
    locate(words.find((word) => word.text === term.stem)?.spellings),
  );
  if (!first) return [];
  const found: PhraseMatch[] = [];
  for (const [document, start] of first) {
    const others = rest.flatMap((standings) => standings.get(document) ?? []);
    if (others.length < rest.length) continue;
    const text = findRun(
      start.text,
      others.map((other) => other.text),
    );
    if (text !== undefined) {
      const places = terms.map((_, index) => ({ place: text + index, score: 1 }));
      found.push({ document, score: 1, places });
      continue;
    }
    const field = [...start.fields].find(
      ([name, places]) =>
        findRun(
          places,
          others.map((other) => other.fields.get(name) ?? []),
        ) !== undefined,
    );
    if (field) found.push({ document, score: fieldWeights[fields[field[0]] ?? ''] ?? 1, places: [] });
  }
  return found.sort((a, b) => b.score - a.score || a.document - b.document);
}

function locate(spellings: readonly (readonly [string, Postings])[] = []): Map<number, Standing> {
  const standings = new Map<number, Standing>();
  for (const [, postings] of spellings) {
    for (const [index, document] of postings.documents.entries()) {
      const standing = standings.get(document) ?? { text: [], fields: new Map<number, number[]>() };
      standings.set(document, standing);
      readPlaces(postings, index, (_, place) => standing.text.push(place));
      readFields(postings, index, (field, place) =>
        standing.fields.set(field, [...(standing.fields.get(field) ?? []), place]),
      );
    }
  }
  return standings;
}

function findRun(starts: readonly number[], others: readonly (readonly number[])[]): number | undefined {
  return starts.find((start) => others.every((places, index) => places.includes(start + index + 1)));
}
