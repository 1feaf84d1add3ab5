import { registerPath } from '../../src/core/address-register.ts';
import { linkStatusPath } from '../../src/core/link-status.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { type ContentKind, contentKinds } from '../../src/core/outputs/json-schema.ts';
import { readContent } from '../../src/site/read-content.ts';

const folders: Readonly<Record<string, ContentKind>> = {
  'chronicle.yml': 'chronicle',
  'words.yml': 'words',
  entries: 'entry',
  actors: 'actor',
  places: 'place',
  sources: 'source',
  pages: 'page',
};

test('the schemas that the site serves are those of the content folder, and accept all content', async () => {
  const ajv = new Ajv({ strict: false });
  const validators = new Map<ContentKind, ReturnType<typeof ajv.compile>>();
  for (const kind of Object.keys(contentKinds) as ContentKind[]) {
    const served = await readFile(join(inject('dist'), `schemas/${kind}.json`), 'utf8');
    expect(served).toBe(await readFile(`content/.schemas/${kind}.json`, 'utf8'));
    validators.set(kind, ajv.compile(JSON.parse(served) as object));
  }
  // Those that commands keep are written by no hand.
  const written = (await readContent('content')).filter(({ path }) => path !== registerPath && path !== linkStatusPath);
  const refused = written.filter(({ path, bytes }) => {
    const text = new TextDecoder().decode(bytes);
    const yaml = path.endsWith('.md') ? (text.split(/^---$/m)[1] ?? '') : text;
    const kind = folders[path.split('/')[0] ?? ''];
    return !kind || !validators.get(kind)?.(parse(yaml, { version: '1.2' }));
  });
  expect(refused.map((file) => file.path)).toEqual([]);
});
