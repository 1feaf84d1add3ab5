import './environment.ts';
import { checkReferences } from '../../core/check-references.ts';
import { checkUnwritten } from '../../core/check-unwritten.ts';
import { compareMessages } from '../../core/messages.ts';
import { locatedOf } from '../../core/open-record.ts';
import { type Folder, readRecord } from '../../core/read-record.ts';
import type { KnownIds } from '../../core/reference-checker.ts';
import { isError } from '../../core/report.ts';
import type { RecordFile } from './file.ts';

/** A path of keys and indexes to a value. */
export type Path = readonly (string | number)[];

/** One problem of a record, as `check` words it, with the field that it belongs to. */
export interface Problem {
  readonly reason: string;
  readonly rule: string;
  readonly isError: boolean;
  readonly line: number;
  readonly column: number;
  readonly at: Path | 'body' | 'id' | undefined;
}

const start = { line: 1, column: 1 };

/** Checks a record's file by the core's own rules; `paths` are those of the form's fields. */
export function checkFile(file: RecordFile, known: KnownIds, paths: readonly Path[]): Problem[] {
  const [folder = '', ...rest] = file.path.split('/');
  const id = rest.at(-1)?.replace(/\.md$/, '') ?? '';
  const content = { path: file.path, bytes: new TextEncoder().encode(file.text) };
  const record = readRecord(content, folder as Folder, id);
  const messages = [...record.messages, ...checkReferences(record, known), ...checkUnwritten(record)].sort(
    compareMessages,
  );
  const bodyLine = file.text.split('\n').indexOf('---', 1) + 1;
  const places = paths.map((path) => ({ path, ...(locatedOf(record)?.locate(path) ?? start) }));
  const findField = (line: number, column: number, reason: string): Problem['at'] => {
    if (line > bodyLine) return 'body';
    // What is missing stands where its record or row starts; its message names it.
    const here = places.filter((place) => place.line === line && place.column === column);
    const named = here.find(({ path }) => reason.includes(`\`${path.at(-1)}\``));
    if (named) return named.path;
    const root = locatedOf(record)?.locate([]) ?? start;
    if (line === root.line && column === root.column) return 'id';
    // The nearest value before it; what is left out stands where its record or row starts, which is further off.
    return places
      .filter((place) => place.line < line || (place.line === line && place.column <= column))
      .sort((a, b) => b.line - a.line || b.column - a.column || a.path.length - b.path.length)[0]?.path;
  };
  return messages.map((message) => {
    const { line = 1, column = 1, reason } = message;
    return {
      reason,
      rule: message.ruleId ?? '',
      isError: isError(message),
      line,
      column,
      at: findField(line, column, reason),
    };
  });
}
