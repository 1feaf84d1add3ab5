import { z } from 'zod';
import { actorKindLabels, entryKindLabels, placeKindLabels, sourceClassLabels } from './labels.ts';
import { elementOf, shapeOf, unwrap } from './schema-issues.ts';
import { actorSchema, answerKinds, entrySchema, placeSchema, sourceSchema } from './schema.ts';

/** The kinds of record that the form writes, by their folder. */
export const formFolders = ['entries', 'sources', 'actors', 'places'] as const;

/** A folder whose records the form writes. */
export type FormFolder = (typeof formFolders)[number];

/** How a field is filled in: one line, several lines, a choice, lines of a list, ids of records, two numbers, or fields of its own. */
export type FormControl =
  'line' | 'prose' | 'choice' | 'lines' | 'reference' | 'references' | 'pair' | 'group' | 'groups';

/** What an id or a word may be completed from. */
export type FormList = 'entries' | 'actors' | 'places' | 'sources' | 'sides' | 'claims';

/** One field of the form, as the schema has it. */
export interface FormField {
  /** The key in the record's data. */
  readonly name: string;
  readonly control: FormControl;
  /** What it means, from the schema. */
  readonly help: string;
  readonly isRequired: boolean;
  readonly maxLength: number | undefined;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly list: FormList | undefined;
  readonly fields: readonly FormField[];
}

interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly items?: JsonSchema;
}

const schemas = { entries: entrySchema, sources: sourceSchema, actors: actorSchema, places: placeSchema };
// What is written later in a record's life, or rarely: in the file.
const leftOut = new Set(['corrections', 'status', 'reason', 'was', 'same-as', 'related', 'held', 'roles']);
const lists: Readonly<Record<string, FormList>> = {
  by: 'actors',
  about: 'actors',
  actors: 'actors',
  'part-of': 'actors',
  places: 'places',
  within: 'places',
  sources: 'sources',
  source: 'sources',
  origin: 'sources',
  side: 'sides',
  party: 'sides',
  'used-by': 'sides',
  ...Object.fromEntries(answerKinds.map((kind) => [kind, 'claims' as const])),
};
const optionLabels: Readonly<Record<string, string>> = {
  ...entryKindLabels,
  ...sourceClassLabels,
  ...placeKindLabels,
  ...actorKindLabels,
};
// Longer than a line and shorter than an address may be.
const proseLength = [200, 1000] as const;

/** Returns the fields of a kind of record, in the schema's order. */
export function formFields(folder: FormFolder): FormField[] {
  return fieldsOf(schemas[folder]);
}

function fieldsOf(schema: z.ZodType): FormField[] {
  return Object.entries(shapeOf(unwrap(schema)) ?? {}).flatMap(([name, field]) =>
    leftOut.has(name) ? [] : [toField(name, field)],
  );
}

function toField(name: string, field: z.ZodType): FormField {
  const json = z.toJSONSchema(field, { io: 'output', unrepresentable: 'any' }) as JsonSchema;
  const control = controlOf(name, json, field);
  const inner = control === 'groups' ? elementOf(unwrap(field), 0) : control === 'group' ? field : undefined;
  const values = control === 'choice' ? (json.enum ?? []) : [];
  return {
    name,
    control,
    help: json.description ?? '',
    isRequired: !field.safeParse(undefined).success,
    maxLength: json.maxLength,
    options: values.map((value) => ({ value, text: optionLabels[value] ?? value.replaceAll(/[-_]/g, ' ') })),
    list: control === 'reference' || control === 'references' ? lists[name] : undefined,
    fields: inner ? fieldsOf(inner) : [],
  };
}

function controlOf(name: string, json: JsonSchema, field: z.ZodType): FormControl {
  if (name === 'at') return 'pair';
  if (json.enum) return 'choice';
  const isList = json.type === 'array';
  if (Object.hasOwn(lists, name)) return isList ? 'references' : 'reference';
  if (isList) return shapeOf(unwrap(elementOf(unwrap(field), 0) ?? field)) ? 'groups' : 'lines';
  if (json.type === 'object') return 'group';
  const length = name === 'title' ? 0 : (json.maxLength ?? 0);
  return length > proseLength[0] && length < proseLength[1] ? 'prose' : 'line';
}
