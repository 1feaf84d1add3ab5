import { execFileSync } from 'node:child_process';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestContent, readEdition } from '../../src/site/edition.ts';
import { readContent } from '../../src/site/read-content.ts';
import { readSettings } from '../../src/site/settings.ts';
import { tempFolder } from '../support/temp-folder.ts';

test('an edition is known by its content, and by its last commit where there is one', async () => {
  const content = join(await tempFolder(), 'content');
  await cp('test/fixtures/sound/content', content, { recursive: true });
  const settings = readSettings({ CHRONICLE_CONTENT: content });
  const first = await readEdition(settings);
  expect(first.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(first.commit).toBeUndefined();
  const files = await readContent(content);
  expect(digestContent([...files].reverse())).toBe(first.digest);

  const date = '2026-11-05T10:00:00+04:00';
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: content,
      env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null' },
    });
  git('init', '-q');
  git('add', '.');
  git('-c', 'user.name=Ann', '-c', 'user.email=ann@fixture.example', 'commit', '-q', '-m', 'Add content');
  const second = await readEdition(settings);
  expect(second.digest).toBe(first.digest);
  expect(second.commit).toEqual({ id: expect.stringMatching(/^[0-9a-f]{40}$/), date });

  await writeFile(join(content, 'pages/about.md'), '---\ntitle: About\nsummary: Another.\n---\nWords.\n');
  const third = await readEdition(settings);
  expect(third.digest).not.toBe(first.digest);
  expect(third.commit).toEqual(second.commit);
});
