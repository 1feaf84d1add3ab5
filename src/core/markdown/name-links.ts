import type { Root } from 'mdast';
import { findAndReplace, type RegExpMatchObject } from 'mdast-util-find-and-replace';
import { toString as toPlainText } from 'mdast-util-to-string';

/** A record that may be linked where it is first named. */
export interface NamedRecord {
  readonly href: string;
  /** All names under which a text may name it. */
  readonly names: readonly string[];
}

/** Links the first mention of each record, under any of its names, outside links, headings and code. */
export function linkNames(tree: Root, records: readonly NamedRecord[]): void {
  const owners = new Map<string, NamedRecord>();
  for (const record of records) {
    for (const name of record.names) if (!owners.has(name)) owners.set(name, record);
  }
  // A pattern of all names takes long at every letter, and most texts hold few of them.
  const text = toPlainText(tree).replaceAll('’', "'");
  const names = [...owners.keys()]
    .filter((name) => name.length > 2 && text.includes(name.replaceAll('’', "'")))
    .sort((a, b) => b.length - a.length);
  if (names.length === 0) return;
  // What stands before is looked at after a match: a pattern that begins with it would look at every letter.
  const pattern = new RegExp(`(?:${names.map(escapePattern).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const linked = new Set<NamedRecord>();
  findAndReplace(
    tree,
    [
      pattern,
      (name: string, { index, input }: RegExpMatchObject) => {
        const owner = owners.get(name) ?? owners.get(name.replaceAll('’', "'"));
        if (/[\p{L}\p{N}]$/u.test(input.slice(Math.max(0, index - 2), index))) return false;
        if (!owner || linked.has(owner)) return false;
        linked.add(owner);
        return { type: 'link', url: owner.href, children: [{ type: 'text', value: name }] };
      },
    ],
    { ignore: ['link', 'linkReference', 'heading', 'inlineCode', 'code'] },
  );
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]");
}
