import type { Parents, Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { CitationMention, CitationNode } from './citations.ts';
import { linkNames, type NamedRecord } from './name-links.ts';
import { isWebLink, parseBody, resolveRecordPath } from './parse-body.ts';

/** What the rendering of a body needs to know of the chronicle. */
export interface RenderOptions {
  /** Returns the address of a record's file, or `undefined` for none. */
  readonly resolveLink: (path: string, fragment: string) => string | undefined;
  readonly names: readonly NamedRecord[];
}

/** One numbered note of a page: a source and the places in the text that cite it. */
export interface Note {
  readonly number: number;
  readonly source: string;
  /** Ids of the citing places, for links back. */
  readonly references: readonly { readonly id: string; readonly locator: string }[];
}

/** A body as HTML, with its sources numbered in order of first citation. */
export interface RenderedBody {
  readonly html: string;
  readonly notes: readonly Note[];
}

/** Renders a checked body: record links become addresses, citations numbered notes, first mentions links. */
export function renderBody(path: string, body: string, options: RenderOptions): RenderedBody {
  return renderTree(path, parseBody(path, body).tree, options);
}

/** Renders the tree of a checked body, and changes it. */
export function renderTree(path: string, tree: Root, options: RenderOptions): RenderedBody {
  resolveLinks(path, tree, options);
  linkNames(tree, options.names);
  const notes = placeCitations(tree);
  return { html: processor.stringify(processor.runSync(tree)), notes };
}

const processor = unified()
  .use(remarkRehype, { clobberPrefix: 'text-', handlers: { citation: renderCitation } })
  .use(rehypeStringify)
  .freeze();

function resolveLinks(path: string, tree: Root, options: RenderOptions): void {
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    if (isWebLink(node.url) || node.url.startsWith('#')) return;
    const target = resolveRecordPath(path, node.url);
    node.url = (target && options.resolveLink(target.path, target.fragment)) ?? '#';
  });
}

interface NumberedMention extends CitationMention {
  number: number;
  id: string;
}

// Returns the notes that the citations refer to, once each stands where it is read and has its number.
function placeCitations(tree: Root): Note[] {
  const notes = new Map<string, { number: number; source: string; references: { id: string; locator: string }[] }>();
  visit(tree, 'citation', (node, index, parent) => {
    node.mentions = node.mentions.map((mention): NumberedMention => {
      const note = notes.get(mention.source) ?? { number: notes.size + 1, source: mention.source, references: [] };
      notes.set(mention.source, note);
      const id = `cite-${note.number}${note.references.length === 0 ? '' : `-${note.references.length + 1}`}`;
      note.references.push({ id, locator: mention.locator });
      return { ...mention, number: note.number, id };
    });
    return parent && index !== undefined ? movePunctuation(parent, index) : undefined;
  });
  return [...notes.values()];
}

// A note follows the word or the punctuation that it belongs to, without a space: `said so [@a].` becomes `said so.[@a]`.
// Returns the index of what comes after it.
function movePunctuation({ children }: Parents, index: number): number | undefined {
  const before = children[index - 1];
  const after = children[index + 1];
  if (before?.type === 'text') before.value = before.value.trimEnd();
  if (after?.type !== 'text') return undefined;
  const punctuation = /^[.,;:]+/.exec(after.value)?.[0] ?? '';
  after.value = after.value.slice(punctuation.length);
  if (before?.type === 'text') before.value += punctuation;
  else if (punctuation !== '') children.splice(index, 0, { type: 'text', value: punctuation });
  return index + (before?.type === 'text' || punctuation === '' ? 1 : 2);
}

function renderCitation(_state: unknown, node: CitationNode) {
  const mentions = node.mentions as NumberedMention[];
  return {
    type: 'element' as const,
    tagName: 'sup',
    properties: { className: ['citation'] },
    children: mentions.map((mention) => ({
      type: 'element' as const,
      tagName: 'a',
      properties: {
        href: `#note-${mention.number}`,
        id: mention.id,
        ariaLabel: `Source ${mention.number}${mention.locator ? `, ${mention.locator}` : ''}`,
      },
      children: [
        {
          type: 'text' as const,
          value: mention.locator ? `${mention.number}, ${mention.locator}` : String(mention.number),
        },
      ],
    })),
  };
}
