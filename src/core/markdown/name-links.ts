import type { PhrasingContent, Root } from 'mdast';
import { toString as toPlainText } from 'mdast-util-to-string';
import { EXIT, SKIP, visit } from 'unist-util-visit';

/** A record that may be linked where it is first named. */
export interface NamedRecord {
  readonly href: string;
  /** All names under which a text may name it. */
  readonly names: readonly string[];
}

interface Name {
  /** With straight apostrophes. */
  readonly text: string;
  readonly owner: NamedRecord;
}

const closed: ReadonlySet<string> = new Set(['link', 'linkReference', 'heading', 'inlineCode', 'code']);
const letterFirst = /^[\p{L}\p{N}]/u;
const letterLast = /[\p{L}\p{N}]$/u;

/** Links the first mention of each record, under any of its names, outside links, headings and code. */
export function linkNames(tree: Root, records: readonly NamedRecord[]): void {
  const names = findHeldNames(toPlainText(tree), records);
  const owners = new Set(names.map((name) => name.owner));
  const linked = new Set<NamedRecord>();
  visit(tree, (node, index, parent) => {
    if (linked.size === owners.size) return EXIT;
    if (closed.has(node.type)) return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return;
    const parts = linkText(node.value, names, linked);
    if (parts.length === 0) return;
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
}

// Most texts hold few of the names. The longest comes first, for it may hold a shorter one.
function findHeldNames(text: string, records: readonly NamedRecord[]): Name[] {
  const folded = foldApostrophes(text);
  const held = new Map<string, Name>();
  for (const owner of records) {
    for (const name of owner.names) {
      const own = foldApostrophes(name);
      if (own.length > 2 && !held.has(own) && folded.includes(own)) held.set(own, { text: own, owner });
    }
  }
  return [...held.values()].sort((a, b) => b.text.length - a.text.length);
}

// Returns the parts that a text becomes; none where nothing is linked in it.
function linkText(value: string, names: readonly Name[], linked: Set<NamedRecord>): PhrasingContent[] {
  const folded = foldApostrophes(value);
  const parts: PhrasingContent[] = [];
  let done = 0;
  let from = 0;
  for (let found = findName(folded, names, from); found; found = findName(folded, names, from)) {
    const { index, name } = found;
    from = index + 1;
    if (linked.has(name.owner) || letterLast.test(folded.slice(Math.max(0, index - 2), index))) continue;
    linked.add(name.owner);
    from = index + name.text.length;
    if (done < index) parts.push({ type: 'text', value: value.slice(done, index) });
    parts.push({ type: 'link', url: name.owner.href, children: [{ type: 'text', value: value.slice(index, from) }] });
    done = from;
  }
  if (parts.length > 0 && done < value.length) parts.push({ type: 'text', value: value.slice(done) });
  return parts;
}

// The first name from a place on that no letter follows; the longest of those that begin there.
function findName(folded: string, names: readonly Name[], from: number): { index: number; name: Name } | undefined {
  let first: { index: number; name: Name } | undefined;
  for (const name of names) {
    let index = folded.indexOf(name.text, from);
    while (index >= 0 && letterFirst.test(folded.slice(index + name.text.length, index + name.text.length + 2)))
      index = folded.indexOf(name.text, index + 1);
    if (index >= 0 && (!first || index < first.index)) first = { index, name };
  }
  return first;
}

// A text may have either apostrophe, whichever the name is written with.
function foldApostrophes(text: string): string {
  return text.replaceAll('’', "'");
}
