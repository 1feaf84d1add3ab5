import { strFromU8, unzipSync } from 'fflate';
import { select, selectAll } from 'hast-util-select';
import { toString as toText } from 'hast-util-to-string';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { countRows } from '../../src/core/outputs/data/table.ts';
import { tables } from '../../src/core/outputs/data/tables.ts';
import type { ViewContext } from '../../src/core/views/context.ts';
import { readChronicle } from '../../src/site/chronicle.ts';
import { writeDataFiles } from '../../src/site/data-writer.ts';
import { readEdition } from '../../src/site/edition.ts';
import { readSettings } from '../../src/site/settings.ts';
import { parseBibtex } from '../support/bibtex-parse.ts';
import { type BuiltPage, readPage } from '../support/built-pages.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** What the tests use of the `datapackage` library, which has no types of its own. */
interface DataPackage {
  readonly valid: boolean;
  readonly errors: readonly Error[];
  readonly descriptor: { readonly version: string; readonly resources: readonly Resource[] };
  readonly resources: readonly {
    readonly name: string;
    readonly tabular: boolean;
    read(options: { keyed: true; relations: true }): Promise<Record<string, unknown>[]>;
  }[];
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
}

const { Package } = createRequire(import.meta.url)('datapackage') as {
  Package: { load(descriptor: unknown, options: object): Promise<DataPackage> };
};

const folder = () => join(inject('dist'), 'data');
const read = (name: string) => readFile(join(folder(), name), 'utf8');
const digest = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

let context: ViewContext;
let page: BuiltPage;

beforeAll(async () => {
  context = await readChronicle(readSettings({}), false);
  page = await readPage(inject('dist'), 'data/index.html');
});

describe('the data package', () => {
  let data: DataPackage;

  beforeAll(async () => {
    data = await Package.load(JSON.parse(await read('datapackage.json')), { basePath: folder(), strict: false });
  });

  test('is a valid Frictionless Data Package', () => {
    expect(data.errors.map(String)).toEqual([]);
    expect(data.valid).toBe(true);
    expect(data.resources.filter((resource) => resource.tabular).map((resource) => resource.name)).toEqual(
      tables.map((table) => table.name),
    );
  });

  test('has as many rows as the site, each of the types, words and references that it declares', async () => {
    const { chronicle } = context;
    const counts: Record<string, number> = {};
    for (const resource of data.resources) {
      if (!resource.tabular) continue;
      counts[resource.name] = (await resource.read({ keyed: true, relations: true })).length;
    }
    expect(counts).toEqual(Object.fromEntries(tables.map((table) => [table.name, countRows(table, chronicle)])));
    expect(counts).toMatchObject({
      entries: chronicle.entries.size,
      claims: chronicle.claims.size,
      figures: chronicle.figures.size,
      actors: chronicle.actors.size,
      places: chronicle.places.size,
      sources: chronicle.sources.size,
    });
    const shown = selectAll('section:has(> h2)', page.tree).map((section) =>
      Number(/([\d,]+) rows?:/.exec(toText(section))?.[1]?.replaceAll(',', '')),
    );
    expect(shown).toEqual(Object.values(counts));
  });

  test('knows the length and digest of every file, and the manifest agrees', async () => {
    const sums = new Map(
      (await read('SHA256SUMS'))
        .trim()
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    );
    const names = (await readdir(folder())).filter((name) => name !== 'index.html' && name !== 'SHA256SUMS');
    expect([...sums.keys()].sort()).toEqual(names.sort());
    for (const [name, sum] of sums) expect(digest(readFileSync(join(folder(), name))), name).toBe(sum);
    for (const { path, bytes, hash } of data.descriptor.resources) {
      expect(hash, path).toBe(`sha256:${sums.get(path)}`);
      expect(readFileSync(join(folder(), path)).length, path).toBe(bytes);
    }
  });

  test('is dated by its content alone', async () => {
    expect(data.descriptor.version).toBe((await readEdition(readSettings({}))).digest.slice(0, 12));
    expect(toText(select('main', page.tree) ?? { type: 'root', children: [] })).toContain(data.descriptor.version);
  });
});

test('JSON and CSV have the same rows', async () => {
  for (const table of tables) {
    const rows = JSON.parse(await read(`${table.name}.json`)) as Record<string, unknown>[];
    expect(rows, table.name).toHaveLength(countRows(table, context.chronicle));
    if (rows[0]) expect(Object.keys(rows[0])).toEqual(table.columns.map((column) => column.name));
  }
});

test('no value of a list holds the mark that divides lists in CSV, and no cell a control character', async () => {
  const found: string[] = [];
  for (const table of tables)
    for (const row of JSON.parse(await read(`${table.name}.json`)) as Record<string, unknown>[])
      for (const [name, cell] of Object.entries(row)) {
        const values = Array.isArray(cell) ? (cell as string[]) : [];
        if (values.some((value) => value.includes('; '))) found.push(`${table.name}.${name}: ${values.join(' | ')}`);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
        if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(String(cell)))
          found.push(`${table.name}.${name}: ${String(cell)}`);
      }
  expect(found).toEqual([]);
});

describe('the database', () => {
  test('answers the question on the page as the page does', () => {
    const database = new DatabaseSync(join(folder(), 'chronicle.sqlite'), { readOnly: true });
    try {
      const sql = toText(select('pre code', page.tree) ?? { type: 'root', children: [] });
      const rows = database.prepare(sql).all();
      expect(rows.length).toBeGreaterThan(0);
      const shown = selectAll('#query ~ table tbody tr', page.tree)
        .slice(0, rows.length)
        .map((row) => selectAll('td', row).map(toText));
      expect(rows.map((row) => Object.values(row).map(String))).toEqual(shown);
    } finally {
      database.close();
    }
  });

  test('is sound, refers to nothing that is not there, and has the rows of the tables', () => {
    const database = new DatabaseSync(join(folder(), 'chronicle.sqlite'), { readOnly: true });
    try {
      expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
      expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
      for (const table of tables)
        expect(database.prepare(`SELECT count(*) AS rows FROM "${table.name}"`).get(), table.name).toEqual({
          rows: countRows(table, context.chronicle),
        });
      const all = [...context.chronicle.claims.values()].reduce((sum, claim) => sum + claim.sources.length, 0);
      expect(database.prepare('SELECT count(*) AS rows FROM claims_sources').get()).toEqual({ rows: all });
    } finally {
      database.close();
    }
  });
});

test('the archive holds every other file, whole, with sums of its own', async () => {
  const members = unzipSync(readFileSync(join(folder(), 'chronicle.zip')));
  const names = (await readdir(folder())).filter((name) => !/^(?:index\.html|chronicle\.(?:zip|sqlite))$/.test(name));
  expect(Object.keys(members).sort()).toEqual(names.sort());
  for (const [name, bytes] of Object.entries(members))
    if (name !== 'SHA256SUMS') expect(digest(bytes), name).toBe(digest(readFileSync(join(folder(), name))));
  const sums = strFromU8(members['SHA256SUMS'] ?? new Uint8Array())
    .trim()
    .split('\n');
  expect(sums.map((line) => line.slice(66)).sort()).toEqual(names.filter((name) => name !== 'SHA256SUMS').sort());
});

test('the same content gives the same bytes', async () => {
  const out = await tempFolder();
  const settings = readSettings({});
  await writeDataFiles(await readChronicle(settings, false), await readEdition(settings), out);
  const sums = await readFile(join(out, 'data/SHA256SUMS'), 'utf8');
  expect(sums).toBe(await read('SHA256SUMS'));
});

describe('the sources for reference managers', () => {
  const seed = 'ap-2020-10-29-fighting-grinds-on';

  test('BibTeX parses, with every source under its id; the seed names its paper, its agency and both writers', async () => {
    const entries = parseBibtex(await read('sources.bib'));
    expect(entries.map((entry) => entry.citationKey)).toEqual([...context.chronicle.sources.keys()]);
    expect(entries.find((entry) => entry.citationKey === seed)).toMatchObject({
      entryType: 'article',
      entryTags: {
        author: '{Daria Litvinova} and {Aida Sultanova}',
        journaltitle: 'The Independent',
        date: '2020-10-29',
        language: 'en',
        note: expect.stringMatching(/^Carries the text of Associated Press\./),
        title: expect.stringMatching(/^Nagorno-\{?Karabakh\}? fighting grinds on amid more peace talks$/),
      },
    });
  });

  test('CSL-JSON and RIS have every source', async () => {
    const items = JSON.parse(await read('sources.csl.json')) as { id: string; author?: unknown }[];
    expect(items.map((item) => item.id)).toEqual([...context.chronicle.sources.keys()]);
    expect(items.find((item) => item.id === seed)?.author).toEqual([
      { literal: 'Daria Litvinova' },
      { literal: 'Aida Sultanova' },
    ]);
    const ris = await read('sources.ris');
    expect([...ris.matchAll(/^ID {2}- (.*)\r$/gm)].map((match) => match[1])).toEqual([
      ...context.chronicle.sources.keys(),
    ]);
    expect(ris.split('\r\n').every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
  });

  test('GeoJSON has every place, and a point where coordinates are known', async () => {
    const { features } = JSON.parse(await read('places.geojson')) as {
      features: { id: string; geometry: { coordinates: [number, number] } | null }[];
    };
    expect(features.map((feature) => feature.id)).toEqual([...context.chronicle.places.keys()]);
    for (const { id, geometry } of features) {
      const at = context.chronicle.places.get(id)?.coordinates?.at;
      expect(geometry?.coordinates).toEqual(at && [at[1], at[0]]);
    }
  });
});
