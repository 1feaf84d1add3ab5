import type { Root } from 'mdast';
import { findAndReplace } from 'mdast-util-find-and-replace';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import { createMessage, type Position } from '../messages.ts';
import { positionAt } from '../text-file.ts';

/** One source within a citation: `@a, para. 4` in `[@a, para. 4; @b]`. */
export interface CitationMention {
  readonly source: string;
  /** The place within the source, as written: `para. 4`; empty when none is given. */
  readonly locator: string;
  readonly position: Position;
}

/** A citation in the tree: one or more sources at one place in the text. */
export interface CitationNode extends Node {
  type: 'citation';
  mentions: CitationMention[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: CitationNode;
  }
  interface RootContentMap {
    citation: CitationNode;
  }
}

const citation = /\[@[^\][]*\]/g;
const item = /^@([a-z0-9]+(?:-[a-z0-9]+)*)(?:,\s*([^@\s].*))?$/;

/** Replaces `[@source-id, locator; @other]` in the text of a tree by citation nodes (Pandoc's form). */
export function markCitations(
  path: string,
  tree: Root,
  body: string,
): { citations: CitationMention[]; messages: VFileMessage[] } {
  const citations: CitationMention[] = [];
  const messages: VFileMessage[] = [];
  const offsets = findCitationOffsets(tree, body);
  findAndReplace(tree, [
    citation,
    (text: string) => {
      const offset = offsets.shift() ?? 0;
      const mentions = parseMentions(text, offset, body);
      if (!mentions) {
        const parts = { what: 'citation', actual: text, expected: '`[@source-id]`, `[@a; @b]` or `[@a, para. 4]`' };
        messages.push(createMessage(path, 'malformed-citation', positionAt(body, offset), parts));
        return false;
      }
      citations.push(...mentions);
      return { type: 'citation', mentions };
    },
  ]);
  return { citations, messages };
}

// Text nodes lose their escapes, so each match is looked up again in the source, in the same order.
function findCitationOffsets(tree: Root, body: string): number[] {
  const offsets: number[] = [];
  visit(tree, 'text', (node) => {
    let from = node.position?.start.offset ?? 0;
    for (const match of node.value.matchAll(citation)) {
      const found = body.indexOf(match[0], from);
      offsets.push(found < 0 ? from : found);
      if (found >= 0) from = found + match[0].length;
    }
  });
  return offsets;
}

function parseMentions(text: string, offset: number, body: string): CitationMention[] | undefined {
  const mentions: CitationMention[] = [];
  let within = 1;
  for (const part of text.slice(1, -1).split(';')) {
    const match = item.exec(part.trim());
    if (!match) return undefined;
    const position = positionAt(body, offset + within + (part.length - part.trimStart().length));
    mentions.push({ source: match[1] ?? '', locator: match[2] ?? '', position });
    within += part.length + 1;
  }
  return mentions;
}
