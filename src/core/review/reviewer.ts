import type { ValuePath } from '../frontmatter.ts';
import { type ContentMessage, createMessage, type MessageParts, type Position } from '../messages.ts';
import { locatedOf } from '../open-record.ts';
import type { Folder, FolderData, ReadRecord } from '../read-record.ts';
import type { RuleId } from '../rules.ts';
import type { ConfigData, WordData } from '../schema.ts';
import { positionAt } from '../text-file.ts';

/** A record whose data the schema has accepted. */
export interface SoundRecord<F extends Folder = Folder> extends ReadRecord<F> {
  readonly data: FolderData[F];
}

/** What a review looks at: every sound record by its id, the settings and the list of words. */
export interface ReviewInput {
  readonly entries: ReadonlyMap<string, SoundRecord<'entries'>>;
  readonly actors: ReadonlyMap<string, SoundRecord<'actors'>>;
  readonly places: ReadonlyMap<string, SoundRecord<'places'>>;
  readonly sources: ReadonlyMap<string, SoundRecord<'sources'>>;
  readonly config: ConfigData | undefined;
  readonly words: readonly WordData[];
}

/** Groups the sound records of a content folder for a review; withdrawn entries are left out. */
export function reviewInput(
  records: readonly ReadRecord[],
  config: ConfigData | undefined,
  words: readonly WordData[],
): ReviewInput {
  const of = <F extends Folder>(folder: F) =>
    new Map(
      records
        .filter((record): record is SoundRecord<F> => record.folder === folder && record.data !== undefined)
        .map((record) => [record.id, record]),
    );
  const entries = new Map([...of('entries')].filter(([, record]) => record.data.status !== 'withdrawn'));
  return { entries, actors: of('actors'), places: of('places'), sources: of('sources'), config, words };
}

/** Returns a message on a value of a record's data. */
export function reportAt(record: ReadRecord, rule: RuleId, path: ValuePath, parts: MessageParts): ContentMessage {
  return createMessage(record.path, rule, locate(record, path), parts);
}

/** Returns where a value stands in a record's file. */
export function locate(record: ReadRecord, path: ValuePath): Position {
  return locatedOf(record)?.locate(path) ?? { line: 1, column: 1 };
}

/** Returns where an occurrence of a word within a value stands in the file; `nth` counts from 0. */
export function locateWord(record: ReadRecord, path: ValuePath, word: string, nth: number): Position {
  const start = locate(record, path);
  const lines = record.text.split('\n');
  let found = lines.slice(0, start.line - 1).reduce((sum, line) => sum + line.length + 1, start.column - 1) - 1;
  for (let count = 0; count <= nth; count += 1) {
    found = record.text.indexOf(word, found + 1);
    if (found < 0) return start;
  }
  return positionAt(record.text, found);
}
