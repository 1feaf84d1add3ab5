import { stringify } from 'csv-stringify/sync';
import type { ViewContext } from '../../views/context.ts';
import { type Cell, type Table, toCells } from './table.ts';

const rowsPerChunk = 500;

/**
 * Returns rows as CSV (RFC 4180, UTF-8). An absent value is an empty cell; the values of a list stand in one cell, divided by
 * `; `. Text that a spreadsheet would take for a formula is led by an apostrophe.
 */
export function formatCsv(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.join('; ') : cell))),
    // Without the second option a line break of any other kind would end the row.
    { record_delimiter: 'windows', quote_record_delimiter: true, escape_formulas: true },
  );
}

/** Returns a table as CSV, a few hundred rows at a time. */
export function* csvChunks(table: Table, context: ViewContext): Generator<string> {
  let rows: (readonly Cell[])[] = [table.columns.map((column) => column.name)];
  for (const record of table.records(context.chronicle)) {
    rows.push(toCells(table, record, context));
    if (rows.length < rowsPerChunk) continue;
    yield formatCsv(rows);
    rows = [];
  }
  if (rows.length > 0) yield formatCsv(rows);
}
