import { globalRegistry, type z } from 'zod';
import { type ContentKind, contentKinds } from './outputs/json-schema.ts';
import type { ReferenceFolder, TextForm } from './schema/fields.ts';
import { elementOf, shapeOf, unwrap } from './schema-issues.ts';

/** One key that may stand in a kind of content file. */
export interface CodebookField {
  /** The keys that lead to it: `['claims', 'by']`. */
  readonly path: readonly string[];
  readonly isRequired: boolean;
  /** What stands there, in words: `list of ids of actors`. */
  readonly what: string;
  readonly description: string;
  /** The values that may stand there, where they are listed. */
  readonly values: readonly string[];
}

/** Returns every key of a kind of content file, each after the one that it is within. */
export function codebookFields(kind: ContentKind): CodebookField[] {
  return listFields(contentKinds[kind], []);
}

function listFields(schema: z.ZodType, path: readonly string[]): CodebookField[] {
  return Object.entries(shapeOf(unwrap(schema)) ?? {}).flatMap(([key, value]) => {
    const own: CodebookField = {
      path: [...path, key],
      isRequired: !value.safeParse(undefined).success,
      what: wordsOf(value),
      description: descriptionOf(value),
      values: valuesOf(value),
    };
    const item = itemOf(value) ?? value;
    return [own, ...listFields(item, own.path)];
  });
}

const formWords: Readonly<Record<TextForm, string>> = {
  id: 'id',
  date: 'date (EDTF)',
  day: 'day',
  count: 'count',
  language: 'language tag',
  url: 'web address',
  line: 'one line of text',
};

const referenceWords: Readonly<Record<ReferenceFolder, string>> = {
  entries: 'id of an entry',
  actors: 'id of an actor',
  places: 'id of a place',
  sources: 'id of a source',
};

function wordsOf(schema: z.ZodType): string {
  const item = itemOf(schema);
  if (item) return `list, each: ${wordsOf(item)}`;
  const { reference, form } = metaOf(schema);
  if (reference !== undefined) return referenceWords[reference];
  const limit = sizeWords(schema);
  if (form !== undefined) return formWords[form] + (form === 'line' ? limit : '');
  const inner = unwrap(schema);
  switch (inner._zod.def.type) {
    case 'enum':
      return 'one of these values';
    case 'object':
      return 'the keys below';
    case 'record':
      return 'one key and value';
    case 'number':
      return 'number';
    case 'tuple':
      return 'list of two';
    default:
      return `text${limit}`;
  }
}

function sizeWords(schema: z.ZodType): string {
  const { maxLength } = unwrap(schema) as { maxLength?: number | null };
  return typeof maxLength === 'number' ? `, at most ${maxLength} characters` : '';
}

function itemOf(schema: z.ZodType): z.ZodType | undefined {
  const inner = unwrap(schema);
  return inner._zod.def.type === 'array' ? elementOf(inner, 0) : undefined;
}

function valuesOf(schema: z.ZodType): string[] {
  const inner = unwrap(schema);
  const { entries, keyType } = inner._zod.def as { entries?: Record<string, string>; keyType?: z.ZodType };
  if (entries) return Object.values(entries);
  const item = itemOf(schema) ?? keyType;
  return item ? valuesOf(item) : [];
}

function descriptionOf(schema: z.ZodType): string {
  return (
    innermost(schema)
      .map((layer) => globalRegistry.get(layer)?.description)
      .find((text) => text !== undefined) ?? ''
  );
}

function metaOf(schema: z.ZodType): { reference?: ReferenceFolder; form?: TextForm } {
  return Object.assign({}, ...innermost(schema).map((layer) => globalRegistry.get(layer) ?? {}));
}

// A schema and what it wraps, from the outside in.
function innermost(schema: z.ZodType): z.ZodType[] {
  const { innerType, out } = schema._zod.def as { innerType?: z.ZodType; out?: z.ZodType };
  const inner = innerType ?? out;
  return inner ? [schema, ...innermost(inner)] : [schema];
}
