import { globalRegistry, type z } from 'zod';
import type { ValuePath } from './frontmatter.ts';
import type { ReferenceFolder } from './schema/fields.ts';
import { schemaAt } from './schema-issues.ts';

/** One id in the data of a record that names another record. */
export interface Reference {
  readonly folder: ReferenceFolder;
  readonly id: string;
  readonly path: ValuePath;
}

/** Returns every reference in some data, whether the schema accepts the data or not. */
export function listReferences(schema: z.ZodType, data: unknown): Reference[] {
  const found: Reference[] = [];
  const walk = (value: unknown, path: ValuePath) => {
    if (typeof value === 'string') {
      const folder = referenceAt(schema, path);
      if (folder !== undefined) found.push({ folder, id: value, path });
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, [...path, index]);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    }
  };
  walk(data, []);
  return found;
}

/** Returns the folder that a value of a schema refers to, through optional values, lists of one, and short forms. */
export function referenceOf(schema: z.ZodType): ReferenceFolder | undefined {
  const definition = schema._zod.def as {
    innerType?: z.ZodType;
    out?: z.ZodType;
    element?: z.ZodType;
    shape?: Record<string, z.ZodType>;
  };
  const own = globalRegistry.get(schema)?.['reference'] as ReferenceFolder | undefined;
  // A place alone may stand for the object with its precision.
  const inner = definition.innerType ?? definition.out ?? definition.element ?? definition.shape?.['place'];
  return own ?? (inner && referenceOf(inner));
}

function referenceAt(schema: z.ZodType, path: ValuePath): ReferenceFolder | undefined {
  const inner = schemaAt(schema, path);
  return inner && referenceOf(inner);
}
