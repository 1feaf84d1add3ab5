import type { VFileMessage } from 'vfile-message';
import type { Scalar } from 'yaml';
import { createMessage, type Position } from './messages.ts';
import { findSuspects } from './suspects.ts';

const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Reports a number that YAML reads as another than is written, and hidden characters that an escape stands for. */
export function checkScalar(path: string, node: Scalar, text: string, at: Position): VFileMessage[] {
  const { value, source = '' } = node;
  if (typeof value === 'number' || typeof value === 'bigint') {
    const isExact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
    if (plainNumber.test(source) && isExact) return [];
    const parts = { what: 'number', actual: source, expected: 'plain digits, such as `2020`; anything else in quotes' };
    return [createMessage(path, 'unplain-number', at, parts)];
  }
  // What stands in the file as it is has been seen already.
  const hasEscapes = node.type === 'QUOTE_DOUBLE' && text.slice(node.range?.[0], node.range?.[1]).includes('\\');
  if (typeof value !== 'string' || !hasEscapes) return [];
  return findSuspects(value)
    .slice(0, 1)
    .map(({ rule, parts }) => createMessage(path, rule, at, parts));
}
