import { describe, expect, test } from 'vitest';
import { addressLimit, editHref, issueHref, newFileHref } from '../../src/core/forge.ts';
import { type FormField, formFields, formFolders } from '../../src/core/form-fields.ts';
import { recordList } from '../../src/core/outputs/record-list.ts';
import { recordExamples } from '../../src/core/record-examples.ts';
import { formatRecord } from '../../src/core/record-text.ts';
import { identify, readRecord } from '../../src/core/read-record.ts';
import { formView } from '../../src/core/views/form.ts';
import { pageHelp } from '../../src/core/views/page-help.ts';
import { soundContext } from '../support/sound-context.ts';
import { buildChronicle } from '../../src/core/chronicle.ts';
import { readFixture } from '../support/read-fixture.ts';

const repository = 'https://github.com/owner/name/';

describe('addresses at a forge', () => {
  test.each([
    ['https://github.com/owner/name', 'https://github.com/owner/name/edit/main/content/places/a%20b.md'],
    ['https://github.com/owner/name.git', 'https://github.com/owner/name/edit/main/content/places/a%20b.md'],
    ['https://gitlab.com/owner/name/', 'https://gitlab.com/owner/name/-/edit/main/content/places/a%20b.md'],
  ])('edit at %s', (address, expected) => {
    expect(editHref(address, 'content/places/a b.md')).toBe(expected);
  });

  test('a new file has its text in the address while that is short', () => {
    const { href, hasText } = newFileHref(repository, 'content/sources/a.md', '---\ntitle: "Ə & é"\n---\n');
    const url = new URL(href);
    expect(url.pathname).toBe('/owner/name/new/main/content/sources');
    expect(Object.fromEntries(url.searchParams)).toEqual({ filename: 'a.md', value: '---\ntitle: "Ə & é"\n---\n' });
    expect(hasText).toBe(true);
    const long = newFileHref(repository, 'content/sources/a.md', 'word '.repeat(addressLimit / 4));
    expect(long).toEqual({
      href: 'https://github.com/owner/name/new/main/content/sources?filename=a.md',
      hasText: false,
    });
    expect(newFileHref('https://gitlab.com/owner/name', 'content/sources/a.md', 'text')).toEqual({
      href: 'https://gitlab.com/owner/name/-/new/main/content/sources?file_name=a.md',
      hasText: false,
    });
  });

  test('an issue has its title and text', () => {
    const url = new URL(issueHref(repository, 'Error: a & b', 'Page: x\n'));
    expect(url.pathname).toBe('/owner/name/issues/new');
    expect(Object.fromEntries(url.searchParams)).toEqual({ title: 'Error: a & b', body: 'Page: x\n' });
  });
});

describe('help with a page', () => {
  const page = { path: '/2020/10/02/shelling/', title: 'Shelling reported', record: 'entry:2020-10-02-shelling' };

  test('a record is changed in its file, an error is reported with the permalink', async () => {
    const help = pageHelp(await soundContext(), page);
    expect(help.suggest).toEqual({
      href: 'https://forge.example/fixture/edit/main/content/entries/2020/10/2020-10-02-shelling.md',
      text: 'Suggest a change',
    });
    expect(new URL(help.report.href).searchParams.get('body')).toMatch(
      /^Page: https?:\/\/\S+\/2020\/10\/02\/shelling\/\n/,
    );
  });

  test('a page that no file makes leads to the form', async () => {
    const help = pageHelp(await soundContext('/repo/'), { path: '/repo/2020/', title: '2020' });
    expect(help.suggest).toEqual({ href: '/repo/contribute/new/', text: 'Add something' });
  });

  test('without a repository both lead to what to do instead', async () => {
    const { chronicle, urls } = await soundContext();
    const { repository: _, ...config } = chronicle.config;
    const context = { chronicle: { ...chronicle, config }, urls };
    expect(pageHelp(context, page)).toMatchObject({
      suggest: { href: '/contribute/new/#by-hand' },
      report: { href: '/contribute/new/#by-hand' },
    });
    expect(formView(context).repository).toBeUndefined();
  });

  test.each(['actor:north-ministry', 'place:bridge-town', 'source:wire', 'page:about', 'entry:2020-10-04-withdrawn'])(
    '%s has a file',
    async (record) => {
      expect(pageHelp(await soundContext(), { path: '/', title: 'A title', record }).suggest.href).toContain(
        '/edit/main/content/',
      );
    },
  );
});

describe('the fields of the form', () => {
  const names = (fields: readonly FormField[]): string[] =>
    fields.flatMap((field) => [
      `${field.name}: ${field.control}${field.isRequired ? '' : '?'}`,
      ...names(field.fields).map((name) => `  ${name}`),
    ]);

  test('are those of the schema', async () => {
    const text = formFolders
      .map(
        (folder) =>
          `${folder}\n${names(formFields(folder))
            .map((name) => `  ${name}\n`)
            .join('')}`,
      )
      .join('');
    await expect(text).toMatchFileSnapshot('../fixtures/form-fields.txt');
  });

  test('every reference has a list, every choice its values', () => {
    const all = (fields: readonly FormField[]): FormField[] => fields.flatMap((field) => [field, ...all(field.fields)]);
    const fields = formFolders.flatMap((folder) => all(formFields(folder)));
    expect(fields.filter((field) => field.control.startsWith('reference') && field.list === undefined)).toEqual([]);
    expect(fields.filter((field) => field.control === 'choice' && field.options.length === 0)).toEqual([]);
    expect(fields.filter((field) => field.control.startsWith('group') && field.fields.length === 0)).toEqual([]);
  });
});

describe('the examples', () => {
  test('are whole records that rest on each other', async () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    const config = (await readFixture('examples')).filter((file) => file.path === 'chronicle.yml');
    const files = recordExamples.map(({ path, text }) => ({ path, bytes: encode(text) }));
    expect(buildChronicle([...config, ...files]).messages.map((message) => String(message))).toEqual([]);
    expect(new Set(recordExamples.map((example) => example.folder))).toEqual(new Set(formFolders));
  });
});

describe('the text of a record', () => {
  test('is read back as it was', () => {
    const data = {
      names: [
        { text: 'Şuşa: \'a\' "b" #c', lang: 'az' },
        { text: 'yes', lang: 'en' },
      ],
      also: ['2020', '- x', 'null'],
      kind: 'town',
      coordinates: { at: [39.7, 46.7], precision: 'settlement', source: 'gazetteer' },
    };
    const text = formatRecord(data, 'A text.\n\n- with a list');
    const identity = identify('places/a.md');
    if (!identity) throw new Error('The path is no record');
    const record = readRecord(
      { path: 'places/a.md', bytes: new TextEncoder().encode(text) },
      identity.folder,
      identity.id,
    );
    expect(record.messages).toEqual([]);
    expect(record.data).toMatchObject({ ...data, names: data.names.map((name) => ({ ...name, 'used-by': [] })) });
    expect(record.bodyText.trim()).toBe('A text.\n\n- with a list');
  });
});

test('the list of records has every id, with names in any script', async () => {
  const list = recordList(await soundContext());
  expect(list.actors.map(([id]) => id)).toContain('north-ministry');
  expect(list.places.find(([id]) => id === 'bridge-town')?.[2]).toContain('|');
  expect(Object.keys(list.claims)).toContain('2020-10-02-shelling');
  expect(list.withdrawn).toEqual(['2020-10-04-withdrawn']);
});
