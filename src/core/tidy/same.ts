import { Lexer, parse } from 'yaml';
import { padDate } from '../dates.ts';

/** Tells whether two YAML texts hold the same data and the same comments, in any order of keys, dates padded or not. */
export function holdSame(before: string, after: string): boolean {
  try {
    return isSame(parse(before, options), parse(after, options)) && listComments(before) === listComments(after);
  } catch {
    // What does not parse is not the same as what does; the caller keeps the text that was there.
    return false;
  }
}

const options = { version: '1.2', prettyErrors: false, logLevel: 'error' } as const;

function isSame(before: unknown, after: unknown): boolean {
  if (typeof before === 'string' && typeof after === 'string') return before === after || padDate(before) === after;
  if (before === null || after === null || typeof before !== 'object' || typeof after !== 'object')
    return Object.is(before, after);
  if (Array.isArray(before) !== Array.isArray(after)) return false;
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
}

// The lexer puts this mark before each scalar, so that text is told from a comment.
const scalarMark = '\u001f';

function listComments(yaml: string): string {
  const tokens = [...new Lexer().lex(yaml)];
  return tokens
    .filter((token, index) => token.startsWith('#') && tokens[index - 1] !== scalarMark)
    .map((token) => token.trimEnd())
    .sort()
    .join('\n');
}
