import { fromXml } from 'xast-util-from-xml';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readChronicle } from '../../src/site/chronicle.ts';
import { readSettings } from '../../src/site/settings.ts';

const read = (name: string) => readFile(join(inject('dist'), name), 'utf8');

describe('feeds', () => {
  test.each([
    ['feed.xml', /<item>/g],
    ['atom.xml', /<entry>/g],
  ])('%s is well formed and holds every entry', async (name, item) => {
    const text = await read(name);
    expect(() => fromXml(text)).not.toThrow();
    const { chronicle } = await readChronicle(readSettings({}), false);
    expect(text.match(item)).toHaveLength(chronicle.entries.size);
  });

  test('feed.json is a JSON Feed with stable ids', async () => {
    const feed = JSON.parse(await read('feed.json')) as { version: string; items: { id: string; url: string }[] };
    expect(feed.version).toMatch(/^https:\/\/jsonfeed\.org\/version\/1/);
    expect(new Set(feed.items.map((item) => item.id)).size).toBe(feed.items.length);
    expect(feed.items.every((item) => item.id === item.url)).toBe(true);
  });
});
