import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { questionOptions } from '../../src/cli/new.ts';
import { flagFields } from '../../src/cli/new-flags.ts';
import { askFields } from '../../src/cli/new-questions.ts';
import { type RecordKind, writeNewRecord } from '../../src/core/new-record.ts';
import { runCli } from '../support/run-cli.ts';
import { soundContext } from '../support/sound-context.ts';
import { tempFolder } from '../support/temp-folder.ts';

let content = '';

beforeEach(async () => {
  content = join(await tempFolder(), 'content');
  await cp('test/fixtures/examples/content', content, { recursive: true });
});

const run = (...args: string[]) => runCli(['new', ...args], { CHRONICLE_CONTENT: content });

const entry = [
  ...['entry', '--title', 'Both ministries speak: of the bridge', '--date', '2020-10-03', '--kind', 'statement'],
  ...['--summary', 'Both ministries spoke of the bridge.', '--places', 'bridge-town', '--sources', 'wire'],
  ...['--claims', 'spoke by south-ministry,north-ministry from wire: They spoke: at length.'],
  ...['--related', 'follows=2020-10-02-shelling', '--text', 'Both spoke.[@wire]'],
];

describe('new', () => {
  test('an entry from flags: shown, written under its date, and sound', async () => {
    const { code, stdout, stderr } = await run(...entry);
    expect(stderr).toMatch(
      /^Written: \S+content\/entries\/2020\/10\/2020-10-03-both-ministries-speak-of-the-bridge\.md\n$/,
    );
    expect(code).toBe(0);
    const text = await readFile(
      join(content, 'entries/2020/10/2020-10-03-both-ministries-speak-of-the-bridge.md'),
      'utf8',
    );
    expect(stdout).toBe(`${text}\n`);
    expect(text).toBe(`---
title: "Both ministries speak: of the bridge"
date: 2020-10-03
kind: statement
summary: Both ministries spoke of the bridge.
places: [bridge-town]
sources: [wire]
claims:
  - id: spoke
    by: [south-ministry, north-ministry]
    says: "They spoke: at length."
    sources: [wire]
related:
  - {follows: 2020-10-02-shelling}
---

Both spoke.[@wire]
`);
    const check = await runCli(['check'], { CHRONICLE_CONTENT: content });
    expect([check.code, check.stdout]).toEqual([0, 'No problems found.\n']);
  });

  test.each([
    [
      ['actor', '--names', 'Upper Ministry@en', '--names', 'Üst Nazirlik@az', '--kind', 'ministry', '--side', 'south'],
      'actors/upper-ministry.md',
    ],
    [['place', '--names', 'Şuşakənd@en', '--kind', 'village', '--within', 'valley'], 'places/susakend.md'],
    [
      [
        ...[
          'source',
          '--title',
          "What 'others' say",
          '--type',
          'report',
          '--publisher',
          'The Paper',
          '--issued',
          '2020-10',
        ],
        ...['--language', 'en', '--url', 'https://paper.example/others', '--archive-missing', 'None was found.'],
        ...['--class', 'newspaper', '--party', 'none'],
      ],
      'sources/the-paper-2020-10-what-others-say.md',
    ],
  ])('%j is written and passes the check', async (args, path) => {
    expect((await run(...args)).code).toBe(0);
    expect(await readFile(join(content, path), 'utf8')).toMatch(/^---\n[\s\S]*\n---\n$/);
    const { code, stdout } = await runCli(['check', join(content, path)], { CHRONICLE_CONTENT: content });
    expect(code).toBe(0);
    expect(stdout).not.toContain('untidy-form');
  });

  test('never overwrites', async () => {
    await run(...entry);
    const path = join(content, 'entries/2020/10/2020-10-03-both-ministries-speak-of-the-bridge.md');
    const before = await readFile(path, 'utf8');
    const { code, stderr } = await run(...entry.map((word) => word.replace('Both spoke.', 'Other text.')));
    expect(code).toBe(1);
    expect(stderr).toContain('is there already, and was left as it is');
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  test('what the check refuses is not written', async () => {
    const before = await readdir(join(content, 'actors'));
    const { code, stderr } = await run('actor', '--names', 'Ann@en', '--kind', 'persn', '--side', 'north');
    expect(code).toBe(1);
    expect(stderr).toContain('actors/ann.md:4:7: error wrong-value');
    expect(stderr).toContain('Did you mean `person`?');
    expect(stderr).toContain('Nothing was written.');
    expect(await readdir(join(content, 'actors'))).toEqual(before);
  });

  test('--dry-run shows the file and writes nothing', async () => {
    const before = await readdir(join(content, 'places'));
    const { code, stdout } = await run('place', '--names', 'Upper Town@en', '--kind', 'town', '--dry-run');
    expect([code, stdout]).toEqual([0, '---\nnames:\n  - {text: Upper Town, lang: en}\nkind: town\n---\n\n']);
    expect(await readdir(join(content, 'places'))).toEqual(before);
  });

  test.each([
    [['thing'], 'Unexpected kind `thing`'],
    [['place', '--kind', 'town'], 'Missing --names'],
    [['place', '--names', 'Town', '--kind', 'town'], 'expected as in --names "Stepanakert@en"'],
    [['entry', '--claims', 'spoke: what'], 'Unexpected claim'],
    [['actor', '--titel', 'x'], "Unknown option '--titel'"],
  ])('a wrong call %j: exit code 2 and what is wrong', async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

const enter = '\r';
const tab = '\t';

/** Answers questions by keys, each when the question before it has been answered. */
async function answer(kind: RecordKind, given: Record<string, unknown>, keys: readonly (readonly [RegExp, string])[]) {
  const { chronicle } = await soundContext();
  const input = new PassThrough();
  const output = new PassThrough();
  const open = [...keys];
  let shown = '';
  output.on('data', (chunk) => {
    shown += String(chunk);
    const next = open[0];
    if (!next?.[0].test(shown)) return;
    open.shift();
    shown = '';
    // Keys come one by one, as from a keyboard.
    void (async () => {
      for (const key of next[1]) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        input.write(key);
      }
    })();
  });
  const data = await askFields(kind, flagFields(kind), given, { ...questionOptions(chronicle), input, output });
  expect(open).toEqual([]);
  return data;
}

describe('the questions', () => {
  test('complete ids by their names, ask again after a wrong answer, and take a reason for what is missing', async () => {
    const data = await answer('source', { title: 'A report', type: 'report', language: 'en' }, [
      [/publisher: /, `The Paper${enter}`],
      [/agency: /, enter],
      [/issued: /, `12 October${enter}`],
      [/Expected an EDTF date/, `${'\u007f'.repeat(10)}2020-10-12${enter}`],
      [/url: /, enter],
      [/Why is there no url/, `Seen in print${enter}`],
      [/archive: /, `https://archive.example/a${enter}`],
      [/class: /, `newsp${enter}`],
      [/party: /, `sou${enter}`],
    ]);
    expect(data).toEqual({
      title: 'A report',
      type: 'report',
      language: 'en',
      publisher: 'The Paper',
      issued: '2020-10-12',
      'url-missing': 'Seen in print',
      archive: 'https://archive.example/a',
      class: 'newspaper',
      party: 'south',
    });
  });

  test('an entry with a claim: several records by any part of a name', async () => {
    const given = { title: 'A', date: '2020-10-02', kind: 'statement', summary: 'B' };
    const data = await answer('entry', given, [
      [/places: /, `bridge${tab}${enter}`],
      [/actors: /, enter],
      [/sources: /, `wire${tab}${enter}`],
      [/Add a claim/, `y`],
      [/Who says it/, `Ministry of Sou${tab}${enter}`],
      [/What do they say/, `It spoke.${enter}`],
      [/A short id/, `spoke${enter}`],
      [/Add another claim/, `n`],
    ]);
    expect(data).toEqual({
      ...given,
      places: ['bridge-town'],
      actors: [],
      sources: ['wire'],
      claims: [{ id: 'spoke', by: 'south-ministry', says: 'It spoke.', sources: ['wire'] }],
    });
    expect(writeNewRecord({ kind: 'entry', data, text: '' }).path).toBe('entries/2020/10/2020-10-02-a.md');
  });

  test('Ctrl-C ends them', async () => {
    await expect(answer('place', {}, [[/The name in English/, '\u0003']])).rejects.toThrow('nothing was written');
  });
});
