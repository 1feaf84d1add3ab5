import type { Link, Nodes, Root } from 'mdast';
import { toString as toPlainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import { createMessage, type Position } from '../messages.ts';
import { checkBodyDepth } from '../nesting.ts';
import { findSuspects } from '../suspects.ts';
import { isWebAddress } from '../web-address.ts';
import { type CitationMention, markCitations } from './citations.ts';

/** A link to another record's file, as it stands in a body. */
export interface RecordLink {
  /** The file's path from the content folder. */
  readonly path: string;
  readonly fragment: string;
  readonly position: Position;
}

/** What a body holds that other files or pages need to know. */
export interface Body {
  readonly tree: Root;
  readonly links: readonly RecordLink[];
  readonly citations: readonly CitationMention[];
  readonly messages: readonly VFileMessage[];
}

const commonMark = unified().use(remarkParse).freeze();
const withGfm = unified().use(remarkParse).use(remarkGfm).freeze();
// Tables, strikethrough, footnotes, tasks, and addresses of the web and of mail that stand in the text bare.
const gfmSigns = /[|~]|:-|-:|\[\^|\[[ \t\r\nxX]\]|:\/\/|www\.|[\w.+-]@|(?:mailto|xmpp):/i;

/** Parses a body (CommonMark, GFM, citations) and reports what may not stand in one. Lines are those of the file. */
export function parseBody(path: string, body: string): Body {
  const deep = checkBodyDepth(path, body);
  if (deep.length > 0) return { tree: { type: 'root', children: [] }, links: [], citations: [], messages: deep };
  const tree = parseTree(body);
  const messages = [...checkNodes(path, tree), ...checkEntities(path, tree, body)];
  const { citations, messages: citationMessages } = markCitations(path, tree, body);
  return { tree, links: collectLinks(path, tree, messages), citations, messages: [...messages, ...citationMessages] };
}

/** Returns the tree of a body. What none of GFM's own signs is in is the same tree without it, in half the time. */
export function parseTree(body: string): Root {
  return (gfmSigns.test(body) ? withGfm : commonMark).parse(body);
}

/** Returns a body's text without marks and citations, for excerpts and search. */
export function plainText(tree: Root): string {
  return tree.children
    .map((node) => toPlainText(node))
    .join('\n')
    .replaceAll(/\s*\[@[^\]]*\]/g, '');
}

/** Returns where a node starts. */
export function positionOf(node: Nodes): Position {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

function checkNodes(path: string, tree: Root): VFileMessage[] {
  const messages: VFileMessage[] = [];
  visit(tree, (node) => {
    const position = positionOf(node);
    if (node.type === 'html') {
      messages.push(
        createMessage(path, 'raw-html', position, { what: 'HTML', actual: node.value, expected: 'Markdown' }),
      );
    } else if (node.type === 'image' || node.type === 'imageReference') {
      messages.push(
        createMessage(path, 'unexpected-image', position, { what: 'image', actual: node.alt ?? '', expected: 'text' }),
      );
    } else if (node.type === 'heading' && node.depth === 1) {
      const parts = {
        what: 'heading',
        actual: `# ${toPlainText(node)}`,
        expected: 'headings from the second level (`##`)',
      };
      messages.push(createMessage(path, 'top-level-heading', position, parts));
    }
  });
  return messages;
}

// What stands in the file as it is has been seen already; a character reference such as `&#x202E;` has not.
function checkEntities(path: string, tree: Root, body: string): VFileMessage[] {
  const messages: VFileMessage[] = [];
  visit(tree, (node) => {
    const shown = [
      'value' in node ? node.value : '',
      'url' in node ? node.url : '',
      'title' in node ? (node.title ?? '') : '',
    ].join(' ');
    const source = body.slice(node.position?.start.offset, node.position?.end.offset);
    const [suspect] = source.includes('&') ? findSuspects(shown) : [];
    if (suspect) messages.push(createMessage(path, suspect.rule, positionOf(node), suspect.parts));
  });
  return messages;
}

function collectLinks(path: string, tree: Root, messages: VFileMessage[]): RecordLink[] {
  const links: RecordLink[] = [];
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    if (isWebLink(node.url) || node.url.startsWith('#')) return;
    const target = resolveRecordPath(path, node.url);
    if (target) links.push({ ...target, position: positionOf(node) });
    else
      messages.push(
        createMessage(path, 'unsafe-link', positionOf(node), {
          what: 'link',
          actual: node.url,
          expected: 'a record file, a fragment or a web address',
        }),
      );
  });
  return links;
}

/** Tells whether a link leads to the web. */
export function isWebLink(url: string): boolean {
  return isWebAddress(url) || /^mailto:[^\s<>"\\?&]+@[^\s<>"\\?&]+$/i.test(url);
}

/** Returns the content file that a relative link leads to, or `undefined` if it is no relative link to a file. */
export function resolveRecordPath(from: string, url: Link['url']): { path: string; fragment: string } | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('/')) return undefined;
  const [file = '', fragment = ''] = url.split('#');
  // Backslashes and encoded dots or slashes are other ways to write a path; there is one.
  if (/[\\%?\0]/.test(file)) return undefined;
  const segments = from.split('/').slice(0, -1);
  for (const segment of file.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined;
    } else if (segment !== '.' && segment !== '') {
      segments.push(segment);
    }
  }
  return file.endsWith('.md') ? { path: segments.join('/'), fragment } : undefined;
}
