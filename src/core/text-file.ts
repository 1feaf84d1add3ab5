import type { VFileMessage } from 'vfile-message';
import { createMessage, type Position } from './messages.ts';

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

const sizeLimit = 1_000_000;
const messageLimit = 20;
const hiddenCharacters =
  /(?![\t\n\r])\p{Cc}|[\u00AD\u200B\u2028\u2029\u2060\uFEFF\uFFFD-\uFFFF\u202A-\u202E\u2066-\u2069]/gu;

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
  return Array.from(text.matchAll(hiddenCharacters))
    .slice(0, messageLimit)
    .map((match) => {
      const code = match[0].charCodeAt(0);
      const isDirection = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
      const parts = {
        what: 'character',
        actual: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
        expected: 'only characters that a reader can see',
      };
      return createMessage(
        path,
        isDirection ? 'bidi-override' : 'control-character',
        positionAt(text, match.index),
        parts,
      );
    });
}
