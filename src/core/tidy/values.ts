import { globalRegistry, type z } from 'zod';
import { padDate } from '../dates.ts';
import { schemaAt } from '../schema-issues.ts';
import { applyEdits, listScalars, parseSource } from './yaml-source.ts';

/** Pads the dates of YAML that stand where the schema has a date. */
export function padDates(yaml: string, schema: z.ZodType): string {
  const document = parseSource(yaml);
  if (!document) return yaml;
  const edits = listScalars(document).flatMap(({ scalar, path }) => {
    const value = scalar.value;
    if (typeof value !== 'string' || !scalar.range || !isDateSchema(schemaAt(schema, path))) return [];
    const [start, end] = scalar.range;
    const padded = padDate(value);
    const source = yaml.slice(start, end);
    return padded === value ? [] : [{ start, end, text: source.replace(value, padded) }];
  });
  return applyEdits(yaml, edits);
}

function isDateSchema(schema: z.ZodType | undefined): boolean {
  if (!schema) return false;
  const form = globalRegistry.get(schema)?.['form'];
  const definition = schema._zod.def as { innerType?: z.ZodType };
  return form === 'date' || form === 'day' || isDateSchema(definition.innerType);
}

// Text that is the same without quotes in every context, flow lists included, and that nobody could take for another type.
const plain = /^\p{L}[\p{L}\p{N} ().'’/;–-]*$/u;
const typed = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i;

/** Takes away quotes that change nothing. */
export function unquote(yaml: string): string {
  const document = parseSource(yaml);
  if (!document) return yaml;
  const edits = listScalars(document).flatMap(({ scalar }) => {
    const { value, range, type } = scalar;
    if (typeof value !== 'string' || !range || (type !== 'QUOTE_DOUBLE' && type !== 'QUOTE_SINGLE')) return [];
    const [start, end] = range;
    if (yaml.slice(start, end).includes('\n')) return [];
    const isPlain = plain.test(value) && value === value.trim() && !typed.test(value);
    return isPlain ? [{ start, end, text: value }] : [];
  });
  return applyEdits(yaml, edits);
}
