import { VFileMessage } from 'vfile-message';
import { ruleAddress, type RuleId, rules } from './rules.ts';
import { findNearest } from './suggest.ts';

/** A place in a file; lines and columns start at 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Another place that a problem concerns, such as the first of two duplicates. */
export interface RelatedPlace extends Position {
  readonly path: string;
}

/** One problem of the content; vfile's message with the other places that it concerns. */
export interface ContentMessage extends VFileMessage {
  related?: readonly RelatedPlace[];
}

/** What a message is made of besides its rule and position. */
export interface MessageParts {
  /** What kind of thing stands there: `key`, `place`, `date`. */
  readonly what: string;
  /** What stands there, as written; left out when nothing does. */
  readonly actual?: string | undefined;
  /** What may stand there, as the end of "expected …". */
  readonly expected: string;
  /** All values that may stand there, for the nearest match. */
  readonly candidates?: Iterable<string> | undefined;
  readonly related?: readonly RelatedPlace[];
}

/** Returns one problem, in the form "Unexpected X, expected Y. Did you mean Z?". */
export function createMessage(path: string, rule: RuleId, position: Position, parts: MessageParts): ContentMessage {
  const shown = parts.actual === undefined ? '' : ` \`${shorten(parts.actual)}\``;
  const start =
    parts.actual === undefined && parts.what.startsWith('missing')
      ? capitalise(parts.what)
      : `Unexpected ${parts.what}${shown}`;
  const nearest =
    parts.actual === undefined || !parts.candidates ? undefined : findNearest(parts.actual, parts.candidates);
  const reason = `${start}, expected ${parts.expected}.${nearest ? ` Did you mean \`${nearest}\`?` : ''}`;
  const message: ContentMessage = new VFileMessage(reason, {
    place: { ...position },
    ruleId: rule,
    source: 'chronicle',
  });
  message.file = path;
  message.fatal = rules[rule].severity === 'error';
  message.actual = parts.actual;
  message.expected = nearest ? [nearest] : [];
  message.url = ruleAddress(rule);
  if (parts.related) message.related = parts.related;
  return message;
}

/** Returns the values as a list when they are few, else the words for where they are. */
export function listExpected(values: readonly string[], otherwise: string): string {
  return values.length <= 8
    ? `${values.length > 1 ? 'one of ' : ''}${values.map((value) => `\`${value}\``).join(', ')}`
    : otherwise;
}

/** Orders messages by file, line, column and rule. */
export function compareMessages(a: VFileMessage, b: VFileMessage): number {
  return (
    compareText(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.ruleId ?? '', b.ruleId ?? '') ||
    compareText(a.reason, b.reason)
  );
}

/** Compares by code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function shorten(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ').replaceAll('`', "'");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

function capitalise(value: string): string {
  return value.charAt(0).toUpperCase() + value.slice(1);
}
