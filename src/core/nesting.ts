import type { VFileMessage } from 'vfile-message';
import { Lexer } from 'yaml';
import { createMessage, type Position } from './messages.ts';

const depthLimit = 16;
const indentLimit = 64;
const blockLimit = 20_000;

/** Reports YAML that nests deeper than any record does. The parser would run out of stack on it. */
export function checkYamlDepth(path: string, text: string): VFileMessage[] {
  if (isShallow(text)) return [];
  let flow = 0;
  let line = 1;
  let inLine = 0;
  let isStart = true;
  for (const token of new Lexer().lex(text)) {
    if (isStart && token.trim() === '' && token.length > indentLimit) inLine = depthLimit + 1;
    isStart = token.endsWith('\n');
    if (token.includes('\n')) {
      line += token.split('\n').length - 1;
      inLine = 0;
    } else if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
    else if (token === '-' || token === '?') inLine += 1;
    if (flow > depthLimit || inLine > depthLimit)
      return [reportDepth(path, { line, column: 1 }, `values at most ${depthLimit} deep`)];
  }
  return [];
}

/** Reports lists and quotations that nest deeper than a text needs, and blocks too long to parse in time. */
export function checkBodyDepth(path: string, body: string): VFileMessage[] {
  let length = 0;
  for (const [index, line] of body.split('\n').entries()) {
    const at = { line: index + 1, column: 1 };
    length = line.trim() === '' ? 0 : length + line.length + 1;
    if (length > blockLimit) {
      const parts = { what: 'length of a block', expected: `at most ${blockLimit} characters between two empty lines` };
      return [createMessage(path, 'too-long', at, parts)];
    }
    if (countMarkers(line) > depthLimit || countIndent(line) > indentLimit)
      return [reportDepth(path, at, `lists and quotations at most ${depthLimit} deep`)];
  }
  return [];
}

// Too few signs to nest that deep, which spares nearly all files the lexer.
function isShallow(text: string): boolean {
  const count = (part: string, signs: RegExp) => part.match(signs)?.length ?? 0;
  return (
    count(text, /[[{]/g) <= depthLimit &&
    text.split('\n').every((line) => count(line, /[-?]/g) <= depthLimit && countIndent(line) <= indentLimit)
  );
}

function reportDepth(path: string, at: Position, expected: string): VFileMessage {
  return createMessage(path, 'too-deep', at, { what: 'nesting', expected });
}

// Each marker at the start of a line opens a quotation or a list within the one before it.
function countMarkers(line: string): number {
  const start = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*/.exec(line)?.[0] ?? '';
  return start.match(/>|[-+*.)]/g)?.length ?? 0;
}

function countIndent(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
}
