import { describe, expect, test } from 'vitest';
import { formatCsv } from '../../src/core/outputs/data/csv.ts';
import { dataFiles } from '../../src/core/outputs/data/data-files.ts';
import { jsonChunks } from '../../src/core/outputs/data/json.ts';
import { sqlIndexes, sqlTables } from '../../src/core/outputs/data/sql.ts';
import { countRows } from '../../src/core/outputs/data/table.ts';
import { tables } from '../../src/core/outputs/data/tables.ts';
import { llmsText } from '../../src/core/outputs/llms.ts';
import { openSearch } from '../../src/core/outputs/open-search.ts';
import { pageFiles } from '../../src/core/outputs/page-files.ts';
import { sitemap } from '../../src/core/outputs/sitemap.ts';
import { noRecordDates } from '../../src/core/record-dates.ts';
import { soundContext } from '../support/sound-context.ts';

describe('open data', () => {
  test('names, types and meanings of all columns: a change here breaks what others have built', async () => {
    const rows = tables.flatMap((table) => [
      `${table.name} (${table.key.join(', ')}): ${table.description}`,
      ...table.columns.map(({ name, type, isRequired, refersTo, description }) =>
        [`  ${name}: ${type}`, isRequired ? '!' : '', refersTo ? ` -> ${refersTo}` : '', ` ${description}`].join(''),
      ),
    ]);
    await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot('../fixtures/sound/data/columns.txt');
  });

  test('every file', async () => {
    const context = await soundContext();
    for (const file of dataFiles(context)) {
      const text = [...file.chunks()].join('');
      // Snapshots have the line breaks of the repository; those of CSV are of the standard.
      if (file.path.endsWith('.csv')) expect(text).toMatch(/\r\n$/);
      await expect(text.replaceAll('\r\n', '\n')).toMatchFileSnapshot(`../fixtures/sound/${file.path}`);
    }
  });

  test('every list can be taken apart again, and no table is without columns of its own', async () => {
    const context = await soundContext();
    for (const table of tables) {
      expect(new Set(table.columns.map((column) => column.name)).size).toBe(table.columns.length);
      for (const record of table.records(context.chronicle))
        for (const column of table.columns) {
          const cell = column.read(record, context);
          if (typeof cell === 'object') expect(cell.join('; ').split('; ').filter(Boolean)).toEqual(cell);
          if (column.isRequired) expect(cell, `${table.name}.${column.name}`).not.toBeUndefined();
          if (column.vocabulary && cell !== undefined) expect(column.vocabulary).toContain(cell);
        }
    }
    expect(tables.map((table) => countRows(table, context.chronicle))).toEqual([
      3, 6, 2, 2, 3, 1, 1, 1, 4, 1, 2, 1, 9, 3,
    ]);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+994', "'+994"],
    ['-5 and fewer', "'-5 and fewer"],
    ['@wire', "'@wire"],
    ['\tx', "'\tx"],
    ['＝1', "'＝1"],
    [-71.5, '-71.5'],
    ['a, b', '"a, b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['Şuşa · Շուշի', 'Şuşa · Շուշի'],
    [undefined, ''],
    [['a', 'b'], 'a; b'],
    [['=a'], "'=a"],
  ])('in CSV %j is %j', (cell, expected) => expect(formatCsv([['x', cell]])).toBe(`x,${expected}\r\n`));

  test.each([0, 1, 199, 200, 201, 400])('%i values are one JSON array', (count) => {
    const values = Array.from({ length: count }, (_, index) => ({ index }));
    expect(JSON.parse([...jsonChunks(values)].join(''))).toEqual(values);
  });

  test('SQL: a list of a table with ids is a table of its own', () => {
    const statements = tables.flatMap((table) => [
      ...sqlTables(table).map((part) => part.create),
      ...sqlIndexes(table),
    ]);
    expect(statements.filter((text) => /"answers"|claims_sources/.test(text))).toEqual([
      'CREATE TABLE "claims_sources" (id TEXT NOT NULL REFERENCES "claims" (id), position INTEGER NOT NULL, value TEXT NOT NULL REFERENCES "sources" (id), PRIMARY KEY (id, position)) WITHOUT ROWID',
      'CREATE TABLE "answers" ("claim" TEXT NOT NULL REFERENCES "claims" (id), "kind" TEXT NOT NULL, "answers" TEXT NOT NULL REFERENCES "claims" (id), PRIMARY KEY ("claim", "kind", "answers"))',
      'CREATE INDEX "answers_by_claim" ON "answers" ("claim")',
      'CREATE INDEX "answers_by_answers" ON "answers" ("answers")',
    ]);
  });
});

describe('pages as JSON', () => {
  test('an entry, a day, an actor, a place, a source', async () => {
    const files = new Map([...pageFiles(await soundContext())].map((file) => [file.path, [...file.chunks()].join('')]));
    expect([...files.keys()]).toHaveLength(3 + 4 + 4 + 2 + 3);
    const shown = [
      '2020/10/02/shelling/index.json',
      '2020/10/03/index.json',
      'actors/north-ministry/index.json',
      'places/bridge-town/index.json',
      'sources/wire/index.json',
    ];
    await expect(shown.map((path) => `${path}\n${files.get(path)}`).join('\n')).toMatchFileSnapshot(
      '../fixtures/sound/data/pages.txt',
    );
  });

  test('addresses are those of the base path, paths are not', async () => {
    const [file] = pageFiles(await soundContext('/repo/'));
    expect(file?.path).toBe('1994/earlier-war/index.json');
    expect([...(file?.chunks() ?? [])].join('')).toContain('https://fixture.example/repo/1994/earlier-war/');
  });
});

describe('files for machines', () => {
  test('the sitemap tells the last change where it is known: a correction, a file, the entries shown', async () => {
    const days = (text: string) =>
      new Map(
        [...text.matchAll(/<loc>https:\/\/fixture\.example([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/g)].map(
          (match) => [match[1], match[2]],
        ),
      );
    const context = await soundContext();
    const plain = days(sitemap(context, noRecordDates));
    expect(plain.get('/2020/10/02/shelling/')).toBe('2020-12-01');
    expect(plain.get('/2020/10/02/')).toBe('2020-12-01');
    expect(plain.get('/places/valley/')).toBe('2020-12-01');
    expect(plain.get('/2020/10/03/truce/')).toBeUndefined();
    expect(plain.get('/about/')).toBeUndefined();
    const known = days(
      sitemap(
        context,
        new Map([
          ['entries/2020-10-03-truce', { added: '2026-11-01', changed: '2026-11-05' }],
          ['places/valley', { added: undefined, changed: '2026-11-07' }],
          ['pages/about', { added: undefined, changed: '2026-11-09' }],
        ]),
      ),
    );
    expect(known.get('/2020/10/03/truce/')).toBe('2026-11-05');
    expect(known.get('/2020/10/')).toBe('2026-11-05');
    expect(known.get('/')).toBe('2026-11-05');
    expect(known.get('/places/valley/')).toBe('2026-11-07');
    expect(known.get('/about/')).toBe('2026-11-09');
  });

  test('the description of the search', async () => {
    await expect(openSearch(await soundContext('/repo/'))).toMatchFileSnapshot('../fixtures/sound/opensearch.xml');
  });

  test('llms.txt', async () => {
    await expect(llmsText(await soundContext())).toMatchFileSnapshot('../fixtures/sound/llms.txt');
  });
});
