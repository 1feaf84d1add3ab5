import { globalRegistry, z } from 'zod';
import {
  actorSchema,
  configSchema,
  entrySchema,
  pageSchema,
  placeSchema,
  sourceSchema,
  wordsSchema,
} from '../schema.ts';
import { unwrap } from '../schema-issues.ts';
import { type TextForm, textForms } from '../schema/fields.ts';

/** The kinds of content file that have a JSON Schema, each with its zod schema. */
export const contentKinds = {
  entry: entrySchema,
  actor: actorSchema,
  place: placeSchema,
  source: sourceSchema,
  page: pageSchema,
  chronicle: configSchema,
  words: wordsSchema,
} as const;

/** A kind of content file. */
export type ContentKind = keyof typeof contentKinds;

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Returns the JSON Schema (draft 7, which editors know) of what may be written in a kind of content file. */
export function jsonSchema(kind: ContentKind): JsonSchema {
  return { ...convert(contentKinds[kind]), title: `${kind} of a chronicle` };
}

/** Returns the JSON Schema of a kind of content file as text. */
export function jsonSchemaText(kind: ContentKind): string {
  return `${JSON.stringify(jsonSchema(kind), undefined, 2)}\n`;
}

function convert(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: result }) => {
      describe(zodSchema as unknown as z.ZodType, result);
    },
  });
}

function describe(schema: z.ZodType, result: JsonSchema): void {
  const definition = schema._zod.def as { type: string; in?: z.ZodType; out?: z.ZodType };
  const { form, description } = globalRegistry.get(schema) ?? {};
  // A field that may be left out says what it is itself, and what it names within.
  const { reference } = globalRegistry.get(unwrap(schema)) ?? {};
  const pattern = typeof form === 'string' ? textForms[form as TextForm] : undefined;
  if (definition.type === 'pipe' && definition.in?._zod.def.type === 'transform' && definition.out) {
    const { description: kept } = result;
    for (const key of Object.keys(result)) delete result[key];
    Object.assign(result, kept === undefined ? {} : { description: kept }, {
      anyOf: shortForms(definition.out, pattern),
    });
  } else if (pattern !== undefined && result.type === 'string') {
    result.pattern = pattern;
  }
  delete result['form'];
  delete result['reference'];
  if (typeof reference === 'string')
    result.description = [description, `The id of a record in content/${reference}.`].filter(Boolean).join(' ');
}

// What is read before the schema looks at it: one value for a list of one, an id for the object, a number for its digits.
function shortForms(out: z.ZodType, pattern: string | undefined): JsonSchema[] {
  if (pattern !== undefined) return [{ type: 'string', pattern }, { type: 'integer' }];
  const { $schema: _, ...full } = convert(out);
  const { items } = full;
  if (items !== undefined && typeof items === 'object' && !Array.isArray(items)) return [items as JsonSchema, full];
  const place = full.properties?.['place'];
  return typeof place === 'object' ? [place as JsonSchema, full] : [full];
}
