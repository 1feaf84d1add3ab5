import type { Root } from 'mdast';
import { type LocatedData, splitFrontmatter } from './frontmatter.ts';
import { parseBody } from './markdown/parse-body.ts';
import type { ReadRecord } from './read-record.ts';

const located = new WeakMap<ReadRecord, LocatedData | undefined>();
const trees = new WeakMap<ReadRecord, Root>();

/** Keeps what a record was read as, for a careful reading that follows at once. */
export function keepOpen(record: ReadRecord, data: LocatedData | undefined, tree: Root | undefined): void {
  located.set(record, data);
  if (tree) trees.set(record, tree);
}

/** Returns a record's data with their places in the file; read again when first asked for, for thousands would fill the memory. */
export function locatedOf(record: ReadRecord): LocatedData | undefined {
  if (!located.has(record)) located.set(record, splitFrontmatter(record.path, record.text).frontmatter);
  return located.get(record);
}

/** Returns a record's text as a tree with positions; parsed again when first asked for. */
export function treeOf(record: ReadRecord): Root {
  const known = trees.get(record);
  if (known) return known;
  const { tree } = parseBody(record.path, record.bodyText);
  trees.set(record, tree);
  return tree;
}
