import { CborReader } from './cbor.ts';

/** The documents that a spelling occurs in. */
export interface Postings {
  readonly bytes: Uint8Array;
  /** In ascending order. */
  readonly documents: readonly number[];
  /** Where in the bytes each document's places begin. */
  readonly starts: readonly number[];
}

/** A word of the index, which is a stem, with each spelling that has it. */
export interface Word {
  readonly text: string;
  readonly spellings: readonly (readonly [text: string, postings: Postings])[];
}

/** What a place weighs where the index does not say; a plain word of the text weighs 24. */
const firstWeight = 25;
const mostWeight = 255;

/** Returns the words of a file; their places are read when they are asked for. */
export function readWords(bytes: Uint8Array): Word[] {
  const reader = new CborReader(bytes);
  reader.readLength();
  return Array.from({ length: reader.readLength() }, () => {
    reader.readLength();
    const text = reader.readText();
    const spellings: [string, Postings][] = [[text, readPostings(reader)]];
    for (let left = reader.readLength(); left > 0; left -= 1) {
      reader.readLength();
      spellings.push([reader.readText(), readPostings(reader)]);
    }
    return { text, spellings };
  });
}

/** Calls `visit` with the weight and place of each occurrence in the text of one of the documents, by its index among them. */
export function readPlaces(
  { bytes, starts }: Postings,
  index: number,
  visit: (weight: number, place: number) => void,
): void {
  const reader = new CborReader(bytes, starts[index] ?? 0);
  let weight = firstWeight;
  let place = 0;
  for (let left = reader.readLength(); left > 0; left -= 1) {
    const number = reader.readNumber();
    if (number < 0) {
      weight = Math.min(-1 - number, mostWeight);
      place = 0;
    } else {
      place += number;
      visit(weight, place);
    }
  }
}

/** Calls `visit` with the field and place of each occurrence in a field of one of the documents, by its index among them. */
export function readFields(
  { bytes, starts }: Postings,
  index: number,
  visit: (field: number, place: number) => void,
): void {
  const reader = new CborReader(bytes, starts[index] ?? 0);
  reader.skipNumbers();
  let field = 0;
  let place = 0;
  for (let left = reader.readLength(); left > 0; left -= 1) {
    const number = reader.readNumber();
    if (number < 0) {
      field = -1 - number;
      place = 0;
    } else {
      place += number;
      visit(field, place);
    }
  }
}

function readPostings(reader: CborReader): Postings {
  const documents: number[] = [];
  const starts: number[] = [];
  let document = 0;
  for (let left = reader.readLength(); left > 0; left -= 1) {
    if (reader.readLength() !== 3) throw new TypeError('Unexpected form of an index, expected that of Pagefind 1.5');
    document += reader.readNumber();
    documents.push(document);
    starts.push(reader.position);
    reader.skipNumbers();
    reader.skipNumbers();
  }
  return { bytes: reader.bytes, documents, starts };
}
