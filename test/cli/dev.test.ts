import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startDev } from '../support/dev-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

test('dev shows an edit, a problem with its place, the mended page, a new file and a deleted one', async () => {
  const content = join(await tempFolder(), 'content');
  await cp('test/fixtures/sound/content', content, { recursive: true });
  const server = await startDev(content);
  onTestFinished(() => server.stop());
  const { origin, terminal } = server;
  const file = join(content, 'entries/2020/10/2020-10-03-truce.md');
  const page = async (address: string) => {
    const response = await fetch(origin + address, { headers: { accept: 'text/html' } });
    return `${response.status} ${await response.text()}`;
  };
  const shows = (address: string, text: RegExp) =>
    expect.poll(() => page(address), { timeout: 20_000, interval: 200 }).toMatch(text);

  await shows('/2020/10/03/truce/', /^200[\s\S]*<h1[^>]*>Truce agreed/);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('title: Truce agreed', 'title: Truce edited'));
  await shows('/2020/10/03/truce/', /<h1[^>]*>Truce edited/);
  await writeFile(file, text.replace('by: north-ministry', 'by: north-ministri'));
  // The browser shows the problem in an overlay that comes over a socket; the terminal shows the same.
  await shows('/2020/10/03/truce/', /^500[\s\S]*ContentError/);
  expect(terminal()).toMatch(/2020-10-03-truce\.md:10:9: error unknown-actor[\s\S]*Did you mean `north-ministry`/);
  await writeFile(file, text);
  await shows('/2020/10/03/truce/', /^200[\s\S]*<h1[^>]*>Truce agreed/);
  const added = join(content, 'entries/2020/10/2020-10-03-second-truce.md');
  await writeFile(added, text.replace('title: Truce agreed', 'title: A second truce'));
  await shows('/2020/10/03/second-truce/', /<h1[^>]*>A second truce/);
  const json = await fetch(`${origin}/2020/10/03/second-truce/index.json`);
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await json.json()).toMatchObject({ title: 'A second truce' });
  await shows('/feed.xml', /^200[\s\S]*A second truce/);
  await shows('/data/entries.csv', /^200 id,title[\s\S]*A second truce/);
  await shows('/data/', /^200[\s\S]*<h1[^>]*>Data/);
  expect((await (await fetch(`${origin}/data/chronicle.sqlite`)).text()).slice(0, 15)).toBe('SQLite format 3');
  await shows('/data/nothing.csv', /^404/);
  await rm(added);
  await shows('/2020/10/03/second-truce/', /^404/);
});
