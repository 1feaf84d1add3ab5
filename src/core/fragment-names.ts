/** What the name of a document's file in the full-text index tells of it. */
export interface FragmentName {
  /** `e` entry, `a` actor, `p` place, `s` source. */
  readonly type: string;
  /** The document's place among all in order of date. */
  readonly order: number;
}

/**
 * Returns the name of a document's file: a folder named by what the whole index holds, so that no browser mixes two
 * indexes, then the type's first letter and the order in base 36. All names are in the index's first file, where they take
 * less than half of the bytes that Pagefind's own take with the order beside them.
 *
 * @example formatFragmentName('3f2a91', { type: 'e', order: 100 }) // '3f2a91/e2s'
 */
export function formatFragmentName(index: string, { type, order }: FragmentName): string {
  return `${index}/${type}${order.toString(36)}`;
}

/** Reads the name of a document's file. */
export function parseFragmentName(name: string): FragmentName {
  const file = name.slice(name.lastIndexOf('/') + 1);
  return { type: file.charAt(0), order: Number.parseInt(file.slice(1), 36) };
}
