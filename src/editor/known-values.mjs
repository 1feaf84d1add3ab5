// @ts-check
import { formWords } from './form-words.mjs';

/**
 * What a field may name: per folder the ids of its records, each with its title or name as far as it has one, and the ids of the sides.
 * @typedef {object} KnownValues
 * @property {Readonly<Record<string, ReadonlyMap<string, string>>>} records
 * @property {readonly string[]} sides
 */

/**
 * Returns a copy of a generated JSON Schema in which the fields that hold the id of a record accept the ids that exist, and those
 * that hold a side the sides of chronicle.yml; which fields these are is in their descriptions. Where a form of text is wanted, it is said in
 * words.
 * @template T
 * @param {T} schema
 * @param {KnownValues} known
 * @returns {T}
 */
export function withKnownValues(schema, known) {
  return /** @type {T} */ (narrow(schema, known));
}

/**
 * @param {unknown} schema
 * @param {KnownValues} known
 * @returns {unknown}
 */
function narrow(schema, known) {
  if (Array.isArray(schema)) return schema.map((item) => narrow(item, known));
  if (schema === null || typeof schema !== 'object') return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, narrow(value, known)]));
  const { type, description, pattern } = copy;
  const words = typeof pattern === 'string' ? formWords[pattern] : undefined;
  if (words) copy['patternErrorMessage'] = `Expected ${words}.`;
  if (type !== 'string' || typeof description !== 'string') return copy;

  const folder = /The id of a record in content\/(\w+)\./.exec(description)?.[1] ?? '';
  const records = known.records[folder];
  if (records) {
    // An id of the list has the form of an id: one fault, one message.
    const { pattern: _, patternErrorMessage: __, maxLength: ___, ...rest } = copy;
    const others = typeof copy['default'] === 'string' ? [copy['default']] : [];
    return {
      ...rest,
      enum: [...others, ...records.keys()],
      enumDescriptions: [...others.map(() => ''), ...records.values()],
      errorMessage: `Expected an id from content/${folder}.`,
    };
  }
  if (/\bside of chronicle\.yml/.test(description) && known.sides.length > 0) {
    const others = [...description.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
    return { ...copy, enum: [...known.sides, ...others] };
  }
  return copy;
}
