import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { stringify } from 'yaml';
import { buildChronicle } from '../../src/core/chronicle.ts';
import { readYaml } from '../../src/core/frontmatter.ts';
import { parseBody } from '../../src/core/markdown/parse-body.ts';
import {
  actorSchema,
  configSchema,
  entrySchema,
  pageSchema,
  placeSchema,
  sourceSchema,
} from '../../src/core/schema.ts';
import { reportIssues } from '../../src/core/schema-issues.ts';
import { findSuspects } from '../../src/core/suspects.ts';
import type { ContentFile } from '../../src/core/text-file.ts';

/** A record with every field that its kind may have. */
export interface FullRecord {
  readonly schema:
    | typeof entrySchema
    | typeof actorSchema
    | typeof placeSchema
    | typeof sourceSchema
    | typeof pageSchema
    | typeof configSchema;
  readonly path: (index: number) => string;
  readonly data: (index: number) => unknown;
}

const yamlForm = { lineWidth: 0, aliasDuplicateObjects: false } as const;
const name = { text: 'Name', lang: 'en', 'used-by': ['north'], note: 'A note' };
const registers = { wikidata: 'Q1', geonames: '1', ucdp: '1', acled: 'AZE1' };
const held = { by: 'base', says: 'base', on: '2020-10-01', 'denied-by': ['base'], sources: ['base'] };
const day = (index: number) => `2020-10-0${(index % 4) + 1}`;
const was = (kind: string, index: number) => [`/old/${kind}-${index}/`];

const figure = {
  by: ['base'],
  count: '3+',
  of: 'killed',
  who: 'all',
  side: 'north',
  places: ['base'],
  since: '2020-10-01',
  note: 'Note',
  sources: ['base'],
};

/** Full records of all kinds; those of one index belong together. */
export const fullRecords: Readonly<Record<string, FullRecord>> = {
  entry: {
    schema: entrySchema,
    path: (index) => `entries/2020/10/${day(index)}-p${index}.md`,
    data: (index) => ({
      title: 'Title',
      date: day(index),
      time: 'morning',
      kind: 'strike',
      summary: 'Summary.',
      places: [{ place: 'base', precision: 'area' }],
      actors: ['base'],
      sources: ['base'],
      claims: [
        { id: 'one', by: ['base'], says: 'Said.', about: ['base'], on: day(index), sources: ['base'] },
        { id: 'two', by: [`p${index}`], says: 'Denied.', denies: ['one'], sources: [`p${index}`] },
        {
          id: 'three',
          by: ['base'],
          says: 'Confirmed.',
          confirms: ['two'],
          disputes: ['two'],
          retracts: ['one'],
          sources: ['base'],
        },
      ],
      figures: [
        { ...figure, id: 'dead', 'as-of': day(index) },
        { ...figure, id: 'dead-anywhere', places: [], 'as-of': day(index) },
        { ...figure, id: 'by-mines', part: 'by-mines' },
      ],
      related: [{ follows: '2020-10-01-base' }],
      corrections: [{ on: '2020-12-01', note: 'Corrected.' }],
      status: index % 10 === 9 ? 'withdrawn' : 'published',
      reason: 'Reason.',
      was: was('entry', index),
      sensitive: 'graphic-text',
      'same-as': registers,
    }),
  },
  actor: {
    schema: actorSchema,
    path: (index) => `actors/p${index}.md`,
    data: (index) => ({
      names: [name, { ...name, lang: 'az' }],
      also: ['Other'],
      kind: 'person',
      side: 'north',
      'part-of': ['base'],
      roles: [{ title: 'Head', of: 'base', from: '2019', to: '2020' }],
      sources: ['base'],
      'same-as': registers,
      was: was('actor', index),
    }),
  },
  place: {
    schema: placeSchema,
    path: (index) => `places/p${index}.md`,
    data: (index) => ({
      names: [name, { ...name, lang: 'hy' }],
      also: ['Other'],
      kind: 'town',
      coordinates: { at: [39.5 + index / 500, 46 + (index % 20) / 20], precision: 'exact', source: 'base' },
      within: ['base'],
      held: [held],
      sources: ['base'],
      'same-as': registers,
      was: was('place', index),
    }),
  },
  source: {
    schema: sourceSchema,
    path: (index) => `sources/p${index}.md`,
    data: (index) => ({
      title: 'Title',
      type: 'webpage',
      publisher: 'Publisher',
      agency: ['Agency'],
      author: ['Author'],
      issued: '2020-10-01',
      language: 'en',
      'url-missing': 'Reason',
      'archive-missing': 'Reason',
      origin: 'base',
      class: 'agency',
      party: 'none',
      note: 'Note',
      was: was('source', index),
    }),
  },
  address: {
    schema: sourceSchema,
    path: (index) => `sources/u${index}.md`,
    data: () => ({
      title: 'Title',
      type: 'webpage',
      publisher: 'Publisher',
      language: 'en',
      url: 'https://paper.example/a',
      archive: 'https://archive.example/a',
      class: 'agency',
      party: 'none',
    }),
  },
  page: {
    schema: pageSchema,
    path: (index) => `pages/p${index}.md`,
    data: () => ({ title: 'Title', summary: 'Summary.' }),
  },
  config: {
    schema: configSchema,
    path: () => 'chronicle.yml',
    data: () => ({
      title: 'Hostile Chronicle',
      tagline: 'Tagline',
      scope: 'Scope.',
      focus: { from: '2020-10-01', to: '2020-10-04', name: 'the days' },
      area: { of: ['base'], south: 38, west: 43, north: 42, east: 51 },
      example: '2020-10-01-base#one',
      sides: [
        { id: 'north', name: 'North' },
        { id: 'south', name: 'South' },
      ],
      'time-zone': 'Local time',
      licence: { name: 'CC BY 4.0', url: 'https://licence.example/' },
      repository: 'https://forge.example/',
      site: 'https://site.example/',
    }),
  },
};

/** What one field made of one payload. */
export interface Tried {
  readonly payload: string;
  readonly field: string;
  /** Why it was refused; `undefined` where it stands on the site. */
  readonly refusal: VFileMessage | undefined;
}

/** A content folder with every payload in every field that takes it, and what became of each. */
export interface HostileContent {
  readonly files: readonly ContentFile[];
  readonly tried: readonly Tried[];
  /** The titles of entries by the address of their page. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Reads the payloads: one a line, below headings that name their origin. */
export async function readPayloads(): Promise<{ origin: string; payload: string }[]> {
  const text = await readFile('test/fixtures/xss-payloads.txt', 'utf8');
  return text
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [origin = '', ...lines] = section.trimEnd().split('\n');
      return lines
        .filter((line) => line !== '')
        .map((line) => ({ origin, payload: line.replaceAll('⏎', '\n').replaceAll('⇥', '\t').replaceAll('␀', '\0') }));
    });
}

/** Puts every payload into every text of every kind of record, and keeps what the schema takes. */
export function buildHostileContent(payloads: readonly string[]): HostileContent {
  const files: ContentFile[] = baseFiles();
  const tried: Tried[] = [];
  const titles = new Map<string, string>();
  for (const [index, payload] of payloads.entries()) {
    for (const [kind, record] of Object.entries(fullRecords)) {
      const { data, results } = tryRecord(kind, record, index, payload);
      tried.push(...results);
      const body = kind === 'config' ? '' : tryBody(kind, record.path(index), payload, tried);
      // There is one chronicle.yml; it takes a payload that most of its fields accept.
      if (kind === 'config' && payload !== configPayload) continue;
      const text = stringify(data, yamlForm);
      files.push(encodeFile(record.path(index), kind === 'config' ? text : `---\n${text}---\n${body}`));
      const { title, status } = data as { title?: string; status?: string };
      if (kind === 'entry' && status === 'published' && title !== undefined)
        titles.set(`/${day(index).replaceAll('-', '/')}/p${index}/`, title);
    }
  }
  return { files, tried, titles };
}

const configPayload = "<svg/onload=xss('XSS')>";

/** Writes files below a folder. */
export async function writeFiles(folder: string, files: readonly ContentFile[]): Promise<void> {
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

function tryRecord(kind: string, record: FullRecord, index: number, payload: string) {
  const base = record.data(index);
  const leaves = listLeaves(base);
  const hostile = leaves.reduce((data, path) => setAt(data, path, payload), base);
  const path = record.path(index);
  const { located } = readYaml(path, stringify(base, yamlForm));
  if (!located) throw new Error(`The full ${kind} can't be read`);
  const [suspect] = findSuspects(payload);
  const parsed = record.schema.safeParse(hostile);
  const issues = parsed.success ? [] : parsed.error.issues;
  let data = base;
  const results = leaves.map((leaf): Tried => {
    const field = `${kind}.${leaf.map((part) => (typeof part === 'number' ? '[]' : part)).join('.')}`;
    const onLeaf = issues.filter((issue) => issue.path.length === leaf.length && startsWith(leaf, issue.path));
    // What is wrong with the whole may come of another field.
    const isInDoubt = onLeaf.length === 0 && issues.some((issue) => startsWith(leaf, issue.path));
    const alone = isInDoubt ? record.schema.safeParse(setAt(base, leaf, payload)).error?.issues : undefined;
    const [issued] = reportIssues(path, alone ?? onLeaf, record.schema, { ...located, data: hostile });
    const message = issued ?? refuseSide(record, index, leaf, payload);
    if (message) return { payload, field, refusal: message };
    if (suspect) return { payload, field, refusal: suspectMessage(path, payload) };
    data = setAt(data, leaf, payload);
    return { payload, field, refusal: undefined };
  });
  return { data, results };
}

// Whether a side exists is known by chronicle.yml alone.
function refuseSide(record: FullRecord, index: number, leaf: LeafPath, payload: string): VFileMessage | undefined {
  if (leaf.at(-1) !== 'side' && leaf.at(-1) !== 'party') return undefined;
  const config = encodeFile('chronicle.yml', stringify(fullRecords['config']?.data(0), yamlForm));
  const text = `---\n${stringify(setAt(record.data(index), leaf, payload), yamlForm)}---\n`;
  const { messages } = buildChronicle([config, encodeFile(record.path(index), text)]);
  return messages.find((message) => message.ruleId === 'unknown-side' || message.ruleId === 'control-character');
}

function startsWith(leaf: LeafPath, path: readonly PropertyKey[]): boolean {
  return path.every((part, at) => part === leaf[at]);
}

// The whole file is read as it would be on disk, so that the message is the one that a contributor gets.
function suspectMessage(path: string, payload: string): VFileMessage | undefined {
  const file = encodeFile('pages/suspect.md', `---\n${stringify({ title: payload, summary: 'S' }, yamlForm)}---\n`);
  const found = buildChronicle([file]).messages.find((message) => message.file === 'pages/suspect.md');
  if (!found) throw new Error(`${path}: a suspect without a message`);
  return found;
}

function tryBody(kind: string, path: string, payload: string, tried: Tried[]): string {
  const file = encodeFile(path, `---\ntitle: T\n---\n${payload}`);
  const all = [
    ...parseBody(path, payload).messages,
    ...buildChronicle([file]).messages.filter((message) =>
      /character|bidi|mixed|link|source/.test(message.ruleId ?? ''),
    ),
  ].filter((message) => !(message.ruleId === 'unknown-source' && payload.includes('@wire')));
  const refusals = all.filter((message) => message.fatal);
  tried.push({ payload, field: `${kind} body`, refusal: refusals[0] });
  return refusals.length === 0 ? payload : 'Text.';
}

function baseFiles(): ContentFile[] {
  const record = (path: string, data: unknown) => encodeFile(path, `---\n${stringify(data, yamlForm)}---\n`);
  const names = [{ text: 'Base', lang: 'en' }];
  const source = {
    title: 'Base',
    type: 'webpage',
    publisher: 'P',
    issued: '2020-10-01',
    language: 'en',
    url: 'https://paper.example/',
    'archive-missing': 'None.',
    class: 'agency',
    party: 'none',
  };
  return [
    record('actors/base.md', { names, kind: 'person', side: 'south' }),
    record('places/base.md', {
      names,
      kind: 'town',
      coordinates: { at: [39.8, 46.7], precision: 'exact', source: 'base' },
    }),
    record('sources/base.md', source),
    record('sources/wire.md', source),
    record('entries/2020/10/2020-10-01-base.md', {
      title: 'Base',
      date: '2020-10-01',
      kind: 'strike',
      summary: 'S',
      sources: ['base'],
      claims: [{ id: 'one', by: 'base', says: 'Said.', sources: ['base'] }],
    }),
  ];
}

type LeafPath = readonly (string | number)[];

function listLeaves(value: unknown, path: LeafPath = []): LeafPath[] {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => listLeaves(item, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => listLeaves(item, [...path, key]));
}

function setAt(value: unknown, path: LeafPath, leaf: string): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return leaf;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? setAt(item, rest, leaf) : item));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: setAt(object[key], rest, leaf) };
}

function encodeFile(path: string, text: string): ContentFile {
  return { path, bytes: new TextEncoder().encode(text) };
}
