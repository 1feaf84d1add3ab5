import type { ViewContext } from '../../views/context.ts';
import { type Cell, type Column, type ColumnType, type Table, toCells } from './table.ts';

/** A table of the SQLite file: how it is made, filled and what it is filled with. */
export interface SqlTable {
  readonly create: string;
  readonly insert: string;
  rows(context: ViewContext): Iterable<readonly (string | number | null)[]>;
}

/**
 * Returns the tables of the SQLite file: those of the open data, and one `<table>_<column>` for each list of a table whose
 * rows have an id, with one row per value. A list of any other table is text, as in CSV.
 */
export function sqlTables(table: Table): SqlTable[] {
  const lists = table.key.length === 1 && table.key[0] === 'id' ? table.columns.filter(isList) : [];
  return [mainTable(table, lists), ...lists.map((column) => listTable(table, column))];
}

/** Returns the statements that make look-ups by reference quick. */
export function sqlIndexes(table: Table): string[] {
  return table.columns
    .filter((column) => column.refersTo !== undefined && !isList(column))
    .map(
      (column) =>
        `CREATE INDEX ${quote(`${table.name}_by_${column.name}`)} ON ${quote(table.name)} (${quote(column.name)})`,
    );
}

function mainTable(table: Table, lists: readonly Column<unknown>[]): SqlTable {
  const columns = table.columns.filter((column) => !lists.includes(column));
  const indexes = columns.map((column) => table.columns.indexOf(column));
  const definitions = columns.map((column) =>
    [
      quote(column.name),
      sqlTypes[column.type],
      column.isRequired ? 'NOT NULL' : '',
      column.refersTo !== undefined && !isList(column) ? `REFERENCES ${quote(column.refersTo)} (id)` : '',
    ]
      .filter(Boolean)
      .join(' '),
  );
  const key = table.key.length > 0 ? [`PRIMARY KEY (${table.key.map(quote).join(', ')})`] : [];
  return {
    create: `CREATE TABLE ${quote(table.name)} (${[...definitions, ...key].join(', ')})`,
    insert: insertInto(table.name, columns.length),
    *rows(context) {
      for (const record of table.records(context.chronicle)) {
        const cells = toCells(table, record, context);
        yield indexes.map((index) => toSql(cells[index]));
      }
    },
  };
}

function listTable(table: Table, column: Column<unknown>): SqlTable {
  const name = `${table.name}_${column.name}`;
  const reference = column.refersTo === undefined ? '' : ` REFERENCES ${quote(column.refersTo)} (id)`;
  return {
    create:
      `CREATE TABLE ${quote(name)} (id TEXT NOT NULL REFERENCES ${quote(table.name)} (id), ` +
      `position INTEGER NOT NULL, value TEXT NOT NULL${reference}, PRIMARY KEY (id, position)) WITHOUT ROWID`,
    insert: insertInto(name, 3),
    *rows(context) {
      const idColumn = table.columns.find((item) => item.name === 'id');
      for (const record of table.records(context.chronicle)) {
        const id = toSql(idColumn?.read(record, context));
        const values = column.read(record, context);
        if (!Array.isArray(values)) continue;
        for (const [index, value] of (values as readonly string[]).entries()) yield [id, index + 1, value];
      }
    },
  };
}

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'TEXT',
  list: 'TEXT',
  day: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
};

function isList(column: Column<unknown>): boolean {
  return column.type === 'list';
}

function insertInto(name: string, count: number): string {
  return `INSERT INTO ${quote(name)} VALUES (${Array.from({ length: count }, () => '?').join(', ')})`;
}

function toSql(cell: Cell): string | number | null {
  return typeof cell === 'object' ? cell.join('; ') : (cell ?? null);
}

// `of` and `date` are words of SQL.
function quote(name: string): string {
  return `"${name}"`;
}
