import { describe, expect, test } from 'vitest';
import { buildChronicle } from '../../src/core/chronicle.ts';
import { formatReport } from '../../src/core/report.ts';
import { rules } from '../../src/core/rules.ts';
import { faultyCases, readFixture } from '../support/read-fixture.ts';

const report = async (name: string, review = true) =>
  formatReport(buildChronicle(await readFixture(name), { review }).messages, 'text', 'content/');

describe('content with problems', () => {
  test.each(faultyCases)('%s: every problem is named at its place', async (name) => {
    await expect(await report(name)).toMatchFileSnapshot(`../fixtures/${name}/messages.txt`);
  });

  test.each(faultyCases)('%s: no chronicle comes of it', async (name) => {
    expect(buildChronicle(await readFixture(name)).chronicle).toBeUndefined();
  });

  test.each(faultyCases)('%s: every message lies inside its file', async (name) => {
    const files = new Map(
      (await readFixture(name)).map((file) => [file.path, new TextDecoder().decode(file.bytes).split('\n')]),
    );
    for (const message of buildChronicle(await readFixture(name), { review: true }).messages) {
      const lines = files.get(message.file ?? '') ?? [''];
      expect(message.line).toBeLessThanOrEqual(Math.max(1, lines.length));
      expect(message.column).toBeLessThanOrEqual((lines[(message.line ?? 1) - 1] ?? '').length + 1);
    }
  });

  test('a file over 200 kB is refused unread', () => {
    const bytes = new Uint8Array(200_001).fill(0x20);
    const { messages } = buildChronicle([{ path: 'pages/large.md', bytes }]);
    expect(messages.map((message) => message.ruleId)).toContain('file-too-large');
  });

  test('every rule has a case', async () => {
    const reports = await Promise.all(faultyCases.map((name) => report(name)));
    const shown = new Set(
      reports.flatMap((text) => [...text.matchAll(/: (?:error|warning) (\S+)$/gm)].map((match) => match[1])),
    );
    shown.add('file-too-large');
    expect(Object.keys(rules).filter((rule) => !shown.has(rule))).toEqual([]);
  });

  test('code in frontmatter is never executed', async () => {
    const { messages } = buildChronicle(await readFixture('frontmatter'));
    const found = messages.filter((message) => message.file === 'pages/code.md');
    expect(found.map((message) => message.ruleId)).toEqual(['non-yaml-frontmatter']);
  });
});

describe('sound content', () => {
  test('has no problems', async () => {
    expect(await report('sound', false)).toBe('No problems found.\n');
  });

  test('gives the same chronicle in any order of files', async () => {
    const files = await readFixture('sound');
    const dump = (order: typeof files) =>
      JSON.stringify(buildChronicle(order).chronicle, (_, value: unknown) =>
        value instanceof Map ? [...value] : value,
      );
    expect(dump([...files].reverse())).toBe(dump(files));
  });

  test('is a chronicle with resolved references, indexes and backlinks', async () => {
    const { chronicle } = buildChronicle(await readFixture('sound'));
    const shown = {
      entries: [...(chronicle?.entries.values() ?? [])],
      withdrawn: [...(chronicle?.withdrawn.keys() ?? [])],
      answers: [...(chronicle?.answers ?? [])],
      days: [...(chronicle?.days ?? [])],
      backlinks: Object.fromEntries(
        Object.entries(chronicle?.backlinks ?? {}).map(([kind, links]) => [kind, Object.fromEntries(links)]),
      ),
    };
    await expect(`${JSON.stringify(shown, undefined, 2)}\n`).toMatchFileSnapshot('../fixtures/sound/chronicle.json');
  });
});
