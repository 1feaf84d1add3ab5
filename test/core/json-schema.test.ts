import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { type ContentKind, contentKinds, jsonSchema, jsonSchemaText } from '../../src/core/outputs/json-schema.ts';
import { snippetsText } from '../../src/core/outputs/snippets.ts';
import { dataExamples } from '../../src/core/rule-examples/data.ts';
import type { ContentFile } from '../../src/core/text-file.ts';
import { isAccepted, isWritten } from '../support/content-kinds.ts';
import { readFixture } from '../support/read-fixture.ts';

const ajv = new Ajv({ strict: true, strictTypes: false, strictTuples: false, strictRequired: false });
const validators = new Map(
  (Object.keys(contentKinds) as ContentKind[]).map((kind) => [kind, ajv.compile(jsonSchema(kind))]),
);
const textOf = (file: ContentFile) => new TextDecoder().decode(file.bytes);

test('the snippets of records are those that VS Code is given', async () => {
  await expect(snippetsText()).toMatchFileSnapshot('../../.vscode/chronicle.code-snippets');
});

describe('the JSON Schema of each kind of file', () => {
  test.each(Object.keys(contentKinds) as ContentKind[])('%s: is the one that editors are given', async (kind) => {
    await expect(jsonSchemaText(kind)).toMatchFileSnapshot(`../../content/.schemas/${kind}.json`);
  });

  test.each(['sound', 'examples'])('%s: accepts what the check accepts', async (name) => {
    const files = await readFixture(name);
    const refused = files.filter((file) => isWritten(file) && !isAccepted(validators, file.path, textOf(file)));
    expect(refused.map((file) => file.path)).toEqual([]);
  });

  test.each(Object.entries(dataExamples))('refuses what the check refuses: %s', async (_rule, example) => {
    const file = (await readFixture('examples')).find(({ path }) => path === example.file);
    if (!file) throw new Error(`No file ${example.file}`);
    expect(
      isAccepted(
        validators,
        file.path,
        textOf(file).replace(example.right, () => example.wrong),
      ),
    ).toBe(false);
  });

  test('knows the short forms', () => {
    const entry = (more: string) =>
      `---\ntitle: A\ndate: 2020\nkind: fighting\nsummary: B\nsources: [c]\n${more}\n---\n`;
    const accepts = (more: string) => isAccepted(validators, 'entries/a.md', entry(more));
    expect(accepts('places: [a, {place: b, precision: area}]')).toBe(true);
    expect(accepts('claims: [{id: a, by: [b, c], says: d, denies: x, sources: [e]}]')).toBe(true);
    expect(accepts('figures: [{id: a, by: b, count: 3, of: killed, who: all, side: x, sources: [e]}]')).toBe(true);
    expect(accepts('related: [{follows: a, breaches: b}]')).toBe(false);
    expect(accepts('status: withdrawn')).toBe(false);
    expect(accepts('status: withdrawn\nreason: c')).toBe(true);
  });

  test('says what a value is and which record an id names', () => {
    const text = jsonSchemaText('entry');
    expect(text).toContain('"description": "Actors whom it is about."');
    expect(text).toContain('"description": "The id of a record in content/actors."');
  });
});
