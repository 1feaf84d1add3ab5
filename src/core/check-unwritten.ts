import type { VFileMessage } from 'vfile-message';
import { createMessage, type Position } from './messages.ts';
import { locatedOf } from './open-record.ts';
import type { ReadRecord } from './read-record.ts';
import type { EntryData } from './schema.ts';
import { positionAt } from './text-file.ts';

/** What a draft has where its writer's own words are to stand. */
export const unwrittenMark = '[to write]';

/** Reports places in entries other than drafts that are still to be written. */
export function checkUnwritten(record: ReadRecord): VFileMessage[] {
  const data = record.folder === 'entries' ? (record.data as EntryData | undefined) : undefined;
  if (!data || data.status === 'draft') return [];
  const message = (position: Position) =>
    createMessage(record.path, 'unwritten-text', position, {
      what: 'mark',
      actual: unwrittenMark,
      expected: 'the words in its place, or `status: draft`',
    });
  const at = (path: readonly (string | number)[], text: string) =>
    text.includes(unwrittenMark) ? [message(locatedOf(record)?.locate(path) ?? { line: 1, column: 1 })] : [];
  const offset = record.bodyText.indexOf(unwrittenMark);
  return [
    ...at(['title'], data.title),
    ...at(['summary'], data.summary),
    ...data.claims.flatMap((claim, index) => at(['claims', index, 'says'], claim.says)),
    ...(offset < 0 ? [] : [message(positionAt(record.bodyText, offset))]),
  ];
}
