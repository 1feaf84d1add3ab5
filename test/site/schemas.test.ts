import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect, inject, test } from 'vitest';
import { type ContentKind, contentKinds } from '../../src/core/outputs/json-schema.ts';
import { readContent } from '../../src/site/read-content.ts';
import { isAccepted, isWritten } from '../support/content-kinds.ts';

test('the schemas that the site serves are those of the content folder, and accept all content', async () => {
  const ajv = new Ajv({ strict: false });
  const validators = new Map<ContentKind, ReturnType<typeof ajv.compile>>();
  for (const kind of Object.keys(contentKinds) as ContentKind[]) {
    const served = await readFile(join(inject('dist'), `schemas/${kind}.json`), 'utf8');
    expect(served).toBe(await readFile(`content/.schemas/${kind}.json`, 'utf8'));
    validators.set(kind, ajv.compile(JSON.parse(served) as object));
  }
  const refused = (await readContent('content')).filter(
    (file) => isWritten(file) && !isAccepted(validators, file.path, new TextDecoder().decode(file.bytes)),
  );
  expect(refused.map((file) => file.path)).toEqual([]);
});
