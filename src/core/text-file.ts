import type { VFileMessage } from 'vfile-message';
import { createMessage, type Position } from './messages.ts';
import { findSuspects } from './suspects.ts';

/** One file of the content folder: its path from that folder, with slashes, and its bytes. */
export interface ContentFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file's text, or why it has none. */
export interface DecodedFile {
  readonly text: string | undefined;
  readonly messages: readonly VFileMessage[];
}

const sizeLimit = 200_000;
const messageLimit = 20;
/** Decodes a file strictly and refuses what a reader of the text would not see. */
export function decodeFile(file: ContentFile, limit: number = sizeLimit): DecodedFile {
  const { path, bytes } = file;
  const start: Position = { line: 1, column: 1 };
  if (bytes.length > limit) {
    const parts = { what: 'size', actual: `${bytes.length} bytes`, expected: `at most ${limit} bytes` };
    return { text: undefined, messages: [createMessage(path, 'file-too-large', start, parts)] };
  }
  const text = decode(bytes);
  if (text === undefined) {
    const valid = new TextDecoder().decode(bytes.subarray(0, findInvalidByte(bytes)));
    const parts = { what: 'bytes', expected: 'text in UTF-8' };
    return { text: undefined, messages: [createMessage(path, 'not-utf8', positionAt(valid, valid.length), parts)] };
  }
  // To Markdown and YAML it ends a line, to an editor it does not; no place in such a file can be told.
  const loneReturn = text.search(/\r(?!\n)/);
  if (loneReturn >= 0) {
    const parts = { what: 'character', actual: 'U+000D', expected: 'lines that end with a line feed' };
    return {
      text: undefined,
      messages: [createMessage(path, 'control-character', positionAt(text, loneReturn), parts)],
    };
  }
  if (text.trim() === '') {
    return {
      text: undefined,
      messages: [createMessage(path, 'empty-file', start, { what: 'empty file', expected: 'a record' })],
    };
  }
  return { text, messages: findHiddenCharacters(path, text) };
}

/** Returns the position of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** Returns what tells the position of an offset, for a text that is asked often; the end is that of the text. */
export function createLocator(text: string): (offset: number) => Position {
  const starts = [0];
  for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', next + 1)) starts.push(next + 1);
  return (offset) => {
    const within = Math.min(Math.max(offset, 0), text.length);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= within) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: within - (starts[low] ?? 0) + 1 };
  };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

// The longest prefix that decodes, allowing for a character cut off at its end.
function findInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (decodesSoFar(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

function decodesSoFar(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function findHiddenCharacters(path: string, text: string): VFileMessage[] {
  return findSuspects(text)
    .slice(0, messageLimit)
    .map(({ index, rule, parts }) => createMessage(path, rule, positionAt(text, index), parts));
}
