import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { positionOf } from '../markdown/parse-body.ts';
import { type ContentMessage, createMessage, type Position } from '../messages.ts';
import { treeOf } from '../open-record.ts';
import type { BodyRun, ReadRecord } from '../read-record.ts';
import { positionAt } from '../text-file.ts';
import { locateWord, type SoundRecord } from './reviewer.ts';

/** One run of our own words: no quotation, no claim; quotations are blanked out, so that offsets stay. */
export interface OwnWords {
  readonly text: string;
  /** Returns where a stretch of the text stands in the file. */
  readonly locate: (offset: number, word: string) => Position;
}

/** Reports paragraphs, lists and tables of an entry's text that cite nothing. */
export function reviewCitations(record: ReadRecord): ContentMessage[] {
  return treeOf(record)
    .children.filter((node) => node.type === 'paragraph' || node.type === 'list' || node.type === 'table')
    .filter((node) => !hasCitation(node))
    .map((node) =>
      createMessage(record.path, 'uncited-paragraph', positionOf(node), {
        what: `${node.type} without a source`,
        expected: 'a citation such as `[@source-id]` for what it tells',
      }),
    );
}

/** Returns what an entry says in our own words: its title, its summary, its text. */
export function ownWords(record: SoundRecord<'entries'>): OwnWords[] {
  const field = (key: 'title' | 'summary'): OwnWords => ({
    text: blankQuotes(record.data[key]),
    locate: (offset, word) => locateWord(record, [key], word, record.data[key].slice(0, offset).split(word).length - 1),
  });
  return [field('title'), field('summary'), ...bodyWords(record)];
}

function bodyWords(record: SoundRecord<'entries'>): OwnWords[] {
  return (record.reviewed?.runs ?? listRuns(record)).map(({ text, start }) => ({
    text,
    // A run's source is never shorter than its text, so a word stands at its offset or after it.
    locate: (offset, word) => {
      const found = record.bodyText.indexOf(word, start + offset);
      return positionAt(record.bodyText, found < 0 ? start : found);
    },
  }));
}

/** Returns the runs of a record's body in our own words. */
export function listRuns(record: ReadRecord): BodyRun[] {
  const runs: BodyRun[] = [];
  if (!record.body) return runs;
  visit(treeOf(record), (node) => {
    if (node.type === 'blockquote') return 'skip';
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const parts: string[] = [];
    visit(node, 'text', (text) => {
      parts.push(text.value);
    });
    // A quotation may run over a link or a citation, so quotes are looked for in the whole paragraph.
    runs.push({ text: blankQuotes(parts.join('')), start: node.position?.start.offset ?? 0 });
    return 'skip';
  });
  return runs;
}

function hasCitation(node: Nodes): boolean {
  let isFound = false;
  visit(node, 'citation', () => {
    isFound = true;
  });
  return isFound;
}

function blankQuotes(text: string): string {
  return text.replaceAll(/"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”]/g, (quote) => ' '.repeat(quote.length));
}
