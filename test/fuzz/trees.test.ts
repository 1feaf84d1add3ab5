import fc from 'fast-check';
import { stringify } from 'yaml';
import { expect, test } from 'vitest';
import { buildChronicle } from '../../src/core/chronicle.ts';
import type { Chronicle, Claim } from '../../src/core/model.ts';
import type { ContentFile } from '../../src/core/text-file.ts';
import { createUrls } from '../../src/core/urls.ts';
import { listAddresses } from '../../src/core/views/addresses.ts';
import { entryView } from '../../src/core/views/entry.ts';
import { listRedirects } from '../../src/core/views/page.ts';
import { findMisplaced } from '../support/misplaced.ts';
import { caseCount, fuzz } from '../support/fuzz.ts';
import { modelStanding } from '../support/standing-model.ts';

const form = { lineWidth: 0, aliasDuplicateObjects: false } as const;
const small = (max: number) => fc.integer({ min: 0, max });
const actorId = small(3).map((index) => `actor-${index}`);
const sourceId = small(4).map((index) => `source-${index}`);
const sourceIds = fc.uniqueArray(sourceId, { minLength: 1, maxLength: 4 });
const side = fc.constantFrom('north', 'south', 'third-party');
const date = fc.constantFrom(
  '2020-10-01',
  '2020-10-02',
  '2020-10',
  '2020',
  '2020-10-01/2020-10-03',
  '1994',
  '2020-10-02~',
);
// Words that the site uses in its own addresses are among the ids.
const slug = fc.constantFrom(
  ...['a', 'b', 'c', 'd', 'truce', 'index', 'entry-2', 'x1', 'constructor', 'to-string', 'has-own-property'],
  ...['search', '2', 'names'],
);
const answerKind = fc.constantFrom('denies', 'confirms', 'disputes', 'retracts', undefined);

const claim = fc.record({
  by: fc.uniqueArray(actorId, { minLength: 1, maxLength: 2 }),
  about: fc.uniqueArray(actorId, { maxLength: 2 }),
  sources: sourceIds,
  answer: answerKind,
  target: small(9),
});

const tree = fc.record({
  actors: fc.array(side, { minLength: 4, maxLength: 4 }),
  sources: fc.array(
    fc.record({
      publisher: small(2),
      agency: fc.option(small(1), { nil: undefined }),
      class: fc.constantFrom('newspaper', 'tertiary', 'agency'),
      party: fc.constantFrom('none', 'north', 'south'),
      origin: small(8),
    }),
    { minLength: 5, maxLength: 5 },
  ),
  entries: fc.uniqueArray(fc.record({ date, slug, claims: fc.array(claim, { maxLength: 5 }) }), {
    minLength: 1,
    maxLength: 5,
    selector: (entry) => idOf(entry),
  }),
  records: fc.array(fc.record({ folder: fc.constantFrom('actors', 'places', 'sources', 'pages'), id: slug }), {
    maxLength: 3,
  }),
  was: fc.oneof(
    { weight: 5, arbitrary: fc.subarray(['/old/', '/places/old/', '/2020/10/old/']) },
    {
      weight: 1,
      arbitrary: fc.subarray(['/2020/10/', '/search/', '/actors/actor-0/', '/actors/2/', '/2020/10/01/a/', '/names/']),
    },
  ),
});

type Tree = typeof tree extends fc.Arbitrary<infer T> ? T : never;

function toFiles({ actors, sources, entries, records, was }: Tree): ContentFile[] {
  const files = new Map<string, string>([
    [
      'chronicle.yml',
      stringify({
        title: 'T',
        tagline: 'T',
        scope: 'S.',
        focus: { from: '2020-10-01', to: '2020-10-02', name: 'days' },
        sides: [
          { id: 'north', name: 'North' },
          { id: 'south', name: 'South' },
        ],
        'time-zone': 'UTC',
        licence: { name: 'CC', url: 'https://licence.example/' },
        site: 'https://site.example/',
      }),
    ],
  ]);
  const add = (path: string, data: object) => files.set(path, `---\n${stringify(data, form)}---\n`);
  const actor = (name: string, own: string, more: object = {}) => ({
    names: [{ text: name, lang: 'en' }],
    kind: 'person',
    side: own,
    ...more,
  });
  const source = {
    title: 'S',
    type: 'webpage',
    publisher: 'P',
    language: 'en',
    url: 'https://paper.example/',
    'archive-missing': 'No.',
    class: 'agency',
    party: 'none',
  };
  for (const { folder, id } of records) {
    if (folder === 'actors') add(`actors/${id}.md`, actor(`Name ${id}`, 'north'));
    if (folder === 'places') add(`places/${id}.md`, { names: [{ text: `Name ${id}`, lang: 'en' }], kind: 'town' });
    if (folder === 'sources') add(`sources/${id}.md`, source);
    if (folder === 'pages') add(`pages/${id}.md`, { title: id, summary: 'S' });
  }
  for (const [index, own] of actors.entries())
    add(`actors/actor-${index}.md`, actor(`Actor ${index}`, own, index === 0 ? { was } : {}));
  for (const [index, item] of sources.entries()) {
    add(`sources/source-${index}.md`, {
      ...source,
      publisher: `Publisher ${item.publisher}`,
      ...(item.agency === undefined ? {} : { agency: `Publisher ${item.agency}` }),
      class: item.class,
      party: item.party,
      ...(item.origin < index ? { origin: `source-${item.origin}` } : {}),
    });
  }
  const aims = entries.flatMap((entry) =>
    entry.claims.map(({ by }, index) => ({ key: `${idOf(entry)}#c${index}`, by })),
  );
  for (const entry of entries) {
    const segments = (entry.date.split('/')[0] ?? '').replace(/~$/, '').split('-').slice(0, 2);
    add(`entries/${segments.join('/')}/${idOf(entry)}.md`, {
      title: 'T',
      date: entry.date,
      kind: 'statement',
      summary: 'S',
      sources: ['source-0'],
      claims: entry.claims.map(({ by, about, sources: own, answer, target }, index) => {
        const aim = aims[target % Math.max(aims.length, 1)];
        const isOwn = aim?.key === `${idOf(entry)}#c${index}`;
        const isForeign = answer === 'retracts' && !aim?.by.some((id) => by.includes(id));
        // Most are sound, a few are not.
        const isKept = answer && aim && (!(isOwn || isForeign) || target === 9);
        return { id: `c${index}`, by, about, says: 'S', sources: own, ...(isKept ? { [answer]: [aim.key] } : {}) };
      }),
    });
  }
  return [...files].map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
}

function idOf({ date: text, slug: words }: { readonly date: string; readonly slug: string }): string {
  return `${(text.split('/')[0] ?? '').replace(/~$/, '')}-${words}`;
}

// What these trees may have that is refused; the rest of them is sound.
const expected = new Set([
  'unknown-claim',
  'self-reference',
  'foreign-retraction',
  'date-not-in-path',
  'reserved-id',
  'duplicate-address',
  'unused-source',
]);
let built = 0;

function build(value: Tree): Chronicle | undefined {
  const files = toFiles(value);
  const { chronicle, messages } = buildChronicle(files);
  expect(findMisplaced(files, messages)).toEqual([]);
  expect(messages.map((message) => message.ruleId).filter((rule) => !expected.has(rule ?? ''))).toEqual([]);
  expect(chronicle === undefined).toBe(messages.some((message) => message.fatal));
  if (chronicle) built += 1;
  return chronicle;
}

test('standing: what the code computes is what the words of the methodology say', async () => {
  await fuzz('standing', tree, (value) => {
    const chronicle = build(value);
    if (!chronicle) return;
    for (const [key, item] of chronicle.claims as ReadonlyMap<string, Claim>)
      expect([key, chronicle.standings.get(key)?.kind]).toEqual([key, modelStanding(chronicle, item)]);
  });
  expect(built).toBeGreaterThan(caseCount / 4);
});

test('addresses: one for each record, no two the same, all under the base path', async () => {
  const cases = fc.record({ value: tree, base: fc.constantFrom('/', '/repo/', '/a/b/') });
  await fuzz('addresses', cases, ({ value, base }) => {
    const chronicle = build(value);
    if (!chronicle) return;
    const context = { chronicle, urls: createUrls(chronicle, base) };
    const addresses = listAddresses(context);
    const redirects = [...listRedirects(context).keys()].map((path) => `${base}${path}/`);
    const all = [...addresses, ...redirects];
    expect(all.filter((address, index) => all.indexOf(address) !== index)).toEqual([]);
    for (const address of all)
      expect(address.startsWith(base) && address.endsWith('/') && !address.includes('//')).toBe(true);
    for (const entry of chronicle.entries.values()) {
      const address = context.urls.entry(entry);
      expect(addresses.filter((item) => item === address)).toHaveLength(1);
      expect(context.urls.contentFile(entry.path)).toBe(address);
      expect(entryView(context, entry, undefined, undefined).frame.canonical).toBe(`https://site.example${address}`);
      for (const item of entry.claims) expect(context.urls.statement(item.key)).toBe(`${address}#${item.id}`);
    }
    for (const folder of ['actors', 'places', 'sources'] as const)
      for (const id of chronicle[folder].keys()) expect(addresses).toContain(context.urls.record(folder, id));
    for (const id of chronicle.pages.keys()) expect(addresses).toContain(context.urls.page(id));
  });
});

test('order: the same files in another order give the same chronicle', async () => {
  await fuzz('order', fc.record({ value: tree, seed: fc.nat() }), ({ value, seed }) => {
    const files = toFiles(value);
    const shuffled = files.toSorted((a, b) => ((a.path.length * 31 + seed) % 17) - ((b.path.length * 31 + seed) % 17));
    const dump = (order: readonly ContentFile[]) => {
      const { chronicle, messages } = buildChronicle(order);
      return JSON.stringify([chronicle, messages], (_, item: unknown) => (item instanceof Map ? [...item] : item));
    };
    expect(dump(shuffled)).toBe(dump(files));
  });
});
