import { z } from 'zod';
import type { Chronicle } from '../../model.ts';
import type { ViewContext } from '../../views/context.ts';

/**
 * A table of the open data: what its rows are made from, and its columns. CSV, JSON, SQLite, the data package and the
 * documentation all come from it. Names of tables and columns are permanent.
 */
export interface Table<T = unknown> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column<T>[];
  /** The columns that together name a row. */
  readonly key: readonly string[];
  records(chronicle: Chronicle): Iterable<T>;
}

/** What may stand in a cell; what is absent is `undefined`. A list is never absent, but may be empty. */
export type Cell = string | number | readonly string[] | undefined;

/** What a column holds. */
export type ColumnType = 'text' | 'integer' | 'number' | 'day' | 'list';

/** One column: what it is called, what it means and how it is read from a record. */
export interface Column<T> {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  /** Set where every row has a value. */
  readonly isRequired: boolean;
  /** The words that may stand in it, where they are fixed. */
  readonly vocabulary: readonly string[] | undefined;
  /** The table whose key its values are. */
  readonly refersTo: string | undefined;
  read(record: T, context: ViewContext): Cell;
}

/** What a column may say beside its name, its meaning and its value. */
export interface ColumnOptions {
  readonly type?: ColumnType;
  readonly isRequired?: boolean;
  readonly refersTo?: string;
}

/** Builds a column; its meaning is a field of the schema, which brings its vocabulary too, or is told in words. */
export function column<T>(
  name: string,
  meaning: z.ZodType | string,
  read: Column<T>['read'],
  { type = 'text', isRequired = false, refersTo }: ColumnOptions = {},
): Column<T> {
  const field = typeof meaning === 'string' ? { description: meaning } : describeField(meaning);
  if (field.description === undefined) throw new TypeError(`The field of column \`${name}\` has no description`);
  return {
    name,
    type,
    description: field.description,
    isRequired,
    vocabulary: field.enum,
    refersTo,
    read,
  };
}

/** Returns a table without the type of its records, which only its own columns know. */
export function defineTable<T>(definition: Table<T>): Table {
  return definition as Table<unknown>;
}

/** Returns a row as cells in the order of the columns. */
export function toCells(table: Table, record: unknown, context: ViewContext): Cell[] {
  return table.columns.map((item) => item.read(record, context));
}

/** Returns a row as an object with every column; what is absent is `null`. */
export function toObject(table: Table, record: unknown, context: ViewContext): Record<string, Cell | null> {
  const row: Record<string, Cell | null> = {};
  for (const item of table.columns) row[item.name] = item.read(record, context) ?? null;
  return row;
}

/** Returns how many rows a table has. */
export function countRows(table: Table, chronicle: Chronicle): number {
  let count = 0;
  for (const _ of table.records(chronicle)) count += 1;
  return count;
}

interface FieldSchema {
  readonly description?: string | undefined;
  readonly enum?: readonly string[] | undefined;
}

function describeField(field: z.ZodType): FieldSchema {
  return z.toJSONSchema(field, { unrepresentable: 'any', io: 'output' }) as FieldSchema;
}
