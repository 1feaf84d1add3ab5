import { expect, test } from 'vitest';
import { jsonSchema } from '../../src/core/outputs/json-schema.ts';
import {
  countSchema,
  dateSchema,
  daySchema,
  idSchema,
  languageSchema,
  textForms,
  textSchema,
  urlSchema,
} from '../../src/core/schema/fields.ts';
import { formWords } from '../../src/editor/form-words.mjs';
import { withKnownValues } from '../../src/editor/known-values.mjs';
import { shortenHover } from '../../src/editor/shorten-hover.mjs';

const known = {
  records: {
    entries: new Map([['an-entry', 'An entry']]),
    actors: new Map([['an-actor', 'An actor']]),
    places: new Map([['a-place', 'A place']]),
    sources: new Map([['a-source', 'A source']]),
  },
  sides: ['north', 'south'],
};

/** Lists the fields of a schema that name something known, with what they may name. */
function namingFields(schema: unknown, path = ''): string[] {
  if (schema === null || typeof schema !== 'object') return [];
  const { enum: values } = schema as { enum?: readonly string[] };
  const isKnown = values?.some((value) => /^an?-|^north$/.test(value));
  const inner = Object.entries(schema).flatMap(([key, value]) =>
    namingFields(value, /^(?:properties|items|anyOf|\d+|additionalProperties)$/.test(key) ? path : `${path}.${key}`),
  );
  return [...(isKnown ? [`${path.slice(1)}: ${values?.join(' ')}`] : []), ...inner];
}

test.each(['entry', 'actor', 'place', 'source'] as const)('the fields of %s that name something', (kind) => {
  expect([...new Set(namingFields(withKnownValues(jsonSchema(kind), known)))].sort()).toMatchSnapshot();
});

test('the schema itself stays as it was', () => {
  const schema = jsonSchema('entry');
  withKnownValues(schema, known);
  expect(schema).toEqual(jsonSchema('entry'));
});

test('an id is told apart by its title and has one message', () => {
  expect(
    withKnownValues({ type: 'string', pattern: '^a$', description: 'The id of a record in content/actors.' }, known),
  ).toEqual({
    type: 'string',
    description: 'The id of a record in content/actors.',
    enum: ['an-actor'],
    enumDescriptions: ['An actor'],
    errorMessage: 'Expected an id from content/actors.',
  });
});

test.each([
  [textForms.id, idSchema],
  [textForms.date, dateSchema],
  [textForms.day, daySchema],
  [textForms.count, countSchema],
  [textForms.language, languageSchema],
  [textForms.url, urlSchema],
  [textForms.line, textSchema(10)],
])('a form of text is described in the words of check: %s', (pattern, schema) => {
  const words = schema.safeParse(' ? ').error?.issues[0]?.message;
  expect(withKnownValues({ type: 'string', pattern }, known)).toEqual({
    type: 'string',
    pattern,
    patternErrorMessage: `Expected ${words}.`,
  });
});

test('every form of text has its words', () => {
  expect(Object.keys(formWords).sort()).toEqual(Object.values(textForms).sort());
});

test('without readable sides any side may stand', () => {
  const side = { type: 'string', description: 'A side of chronicle.yml, or `third-party`.' };
  expect(withKnownValues(side, { ...known, sides: [] })).toEqual(side);
});

test('a long list of values is left out of a hint, but for the value itself', () => {
  const list = (length: number) => Array.from({ length }, (_, index) => `* \`id-${index}\`: Title ${index}`).join('\n');
  const hint = (length: number) => `What it is.\n\nAllowed Values:\n\n${list(length)}\n`;
  expect(shortenHover(hint(5), 'id-1')).toBe(hint(5));
  expect(shortenHover(hint(500), 'id-1')).toBe('What it is.\n\n\n* `id-1`: Title 1');
  expect(shortenHover(hint(500), 'by')).toBe('What it is.');
});
