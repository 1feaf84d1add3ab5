import { formatFragmentName, parseFragmentName } from './fragment-names.ts';

/** What the first file of a full-text index says of it. */
export interface IndexMeta {
  readonly documents: readonly (readonly [name: string, words: number])[];
  /** The files of words: a beginning of the first and of the last word in each, and its name. */
  readonly chunks: readonly (readonly [first: string, last: string, name: string])[];
  readonly filters: readonly (readonly [name: string, file: string])[];
  readonly fields: readonly string[];
}

/** The same without what can be worked out: names are numbers in order, in one folder. Every first search is sent it. */
export type BriefMeta = readonly [
  documents: readonly [folder: string, types: string, words: readonly number[]],
  chunks: readonly [folder: string, firstsAndLasts: readonly (readonly [string, string])[]],
  filters: IndexMeta['filters'],
  fields: IndexMeta['fields'],
];

/** Returns what an index's first file says in a third of its bytes; documents and files of words have to be named in order. */
export function shortenMeta(meta: IndexMeta): BriefMeta {
  const { documents, chunks, filters, fields } = meta;
  const brief: BriefMeta = [
    [
      folderOf(documents[0]?.[0]),
      documents.map(([name]) => parseFragmentName(name).type).join(''),
      documents.map(([, words]) => words),
    ],
    [folderOf(chunks[0]?.[2]), chunks.map(([first, last]) => [first, last])],
    filters,
    fields,
  ];
  const whole = expandMeta(brief);
  const isSame =
    whole.documents.every(([name], index) => name === documents[index]?.[0]) &&
    whole.chunks.every(([, , name], index) => name === chunks[index]?.[2]);
  if (!isSame) throw new Error('The files of the search index are not named in order');
  return brief;
}

/** Returns what a brief form stands for. */
export function expandMeta([[documents, types, words], [chunks, ends], filters, fields]: BriefMeta): IndexMeta {
  return {
    documents: words.map((count, order) => [
      formatFragmentName(documents, { type: types.charAt(order), order }),
      count,
    ]),
    chunks: ends.map(([first, last], index) => [first, last, `${chunks}/${index.toString(36)}`]),
    filters,
    fields,
  };
}

function folderOf(name = ''): string {
  return name.slice(0, name.lastIndexOf('/'));
}
