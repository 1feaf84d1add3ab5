import type { ViewContext } from '../../views/context.ts';
import { type Table, toObject } from './table.ts';

const itemsPerChunk = 200;

/** Returns values as a JSON array, one a line, a few hundred at a time. */
export function* jsonChunks(values: Iterable<unknown>, start = '[', end = ']'): Generator<string> {
  let lines: string[] = [];
  let separator = `${start}\n`;
  const take = () => {
    const text = separator + lines.join(',\n');
    separator = ',\n';
    lines = [];
    return text;
  };
  for (const value of values) {
    lines.push(JSON.stringify(value));
    if (lines.length === itemsPerChunk) yield take();
  }
  if (lines.length > 0 || separator !== ',\n') yield take();
  yield `\n${end}\n`;
}

/** Returns the rows of a table as objects. */
export function* tableObjects(table: Table, context: ViewContext): Generator<unknown> {
  for (const record of table.records(context.chronicle)) yield toObject(table, record, context);
}
