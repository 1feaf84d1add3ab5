import { describe, expect, test } from 'vitest';
import { buildHistory } from '../../src/core/history/build-history.ts';
import { formatReference, formatReferenceAlone, referenceStyles } from '../../src/core/outputs/reference.ts';
import { claimCites, dayCite, entryCite, sourceCite } from '../../src/core/views/cite.ts';
import { requireRecord, type ViewContext } from '../../src/core/views/context.ts';
import { entryView } from '../../src/core/views/entry.ts';
import { sourcePageView } from '../../src/core/views/source.ts';
import { soundContext } from '../support/sound-context.ts';

const shelling = '2020-10-02-shelling';
const commit = { id: 'c'.repeat(40), day: '2026-02-03' };

/** The sound fixture, whose entry on the shelling has a version and a day. */
async function datedContext(): Promise<ViewContext> {
  const key = `entries/${shelling}`;
  const version = 'abcdef0123456789';
  const history = buildHistory({
    reach: { kind: 'whole' },
    versions: new Map([[key, version]]),
    changes: new Map([[key, [{ commit, path: `${key}.md`, before: undefined, after: version }]]]),
    sentences: new Map(),
    digest: (text) => Buffer.from(text).toString('hex'),
  });
  return { ...(await soundContext()), history };
}

const texts = (references: readonly { readonly text: string }[]) => references.map(({ text }) => text);

describe('how to cite', () => {
  test('an entry: by two styles and three formats, with its version, its day and its origins', async () => {
    const context = await datedContext();
    const cite = entryCite(context, requireRecord(context.chronicle.entries, shelling));
    expect(texts(cite.references)).toEqual([
      'Fixture Chronicle. 2026. “Sides Accuse Each Other of Shelling Bridge Town, 2 October 2020.” February 3, 2026. https://fixture.example/2020/10/02/shelling/. Version abcdef0123.',
      'Fixture Chronicle. (2026, February 3). Sides accuse each other of shelling Bridge Town, 2 October 2020. https://fixture.example/2020/10/02/shelling/ Version abcdef0123.',
    ]);
    expect(cite.origins).toBe('Rests on 1 origin: The Wire.');
    expect(cite.version).toBe('Version abcdef0123 of 3 February 2026.');
    expect(cite.permanent?.text).toBe('https://fixture.example/id/2020-10-02-shelling/');
    const [bibtex, ris, csl] = cite.formats.map((format) => format.text);
    expect(bibtex).toMatch(
      /^@online\{2020-10-02-shelling,[\s\S]*date = \{2026-02-03\}[\s\S]*note = \{Rests on 1 origin: The Wire\.\}/,
    );
    expect(ris).toMatch(/^TY {2}- ELEC\r\nID {2}- 2020-10-02-shelling[\s\S]*ER {2}-$/);
    expect(JSON.parse(csl ?? '')).toMatchObject([
      { id: shelling, version: 'abcdef0123', author: [{ literal: 'Fixture Chronicle' }] },
    ]);
  });

  test('a claim: the claimant stands before the words, which stay as they are, and the address is its own', async () => {
    const context = await datedContext();
    const cites = claimCites(context, requireRecord(context.chronicle.entries, shelling));
    expect([...cites.keys()]).toEqual(['shelled', 'not-shelled', 'seen', 'both-met']);
    const cite = requireRecord(cites, 'both-met');
    expect(texts(cite.references)).toEqual([
      'Fixture Chronicle. 2026. “Ministry of North, Ministry of South, claim of 3 October 2020: Both sides agreed to meet.” Sides Accuse Each Other of Shelling Bridge Town. February 3, 2026. https://fixture.example/2020/10/02/shelling/#both-met. Version abcdef0123.',
      'Fixture Chronicle. (2026, February 3). Ministry of North, Ministry of South, claim of 3 October 2020: Both sides agreed to meet. Sides Accuse Each Other of Shelling Bridge Town. https://fixture.example/2020/10/02/shelling/#both-met Version abcdef0123.',
    ]);
    expect(cite.origins).toBe('Rests on 1 origin: The Wire.');
    expect(JSON.parse(cite.formats[2]?.text ?? '')).toMatchObject([
      { URL: 'https://fixture.example/2020/10/02/shelling/#both-met' },
    ]);
  });

  test('a day: its version changes with that of any entry', async () => {
    const context = await datedContext();
    const entry = requireRecord(context.chronicle.entries, shelling);
    const other = { ...context, history: { ...(context.history ?? raise()), records: new Map() } };
    const version = dayCite(context, '2020-10-02', [entry]).version;
    expect(version).toMatch(/^Version [0-9a-f]{10} of 3 February 2026\.$/);
    expect(dayCite(other, '2020-10-02', [entry]).version).toMatch(/its day is not known\.$/);
    expect(dayCite(context, '2020-10-05', []).version).toBe('');
  });

  test('a source: the document itself, not the chronicle', async () => {
    const context = await soundContext();
    expect(texts(sourceCite(context, requireRecord(context.chronicle.sources, 'wire')).references)).toEqual([
      'Ann Author. 2020. “Shelling & <denial>.” The Paper, October 2, 2020. https://paper.example/shelling. Archived at https://archive.example/shelling.',
      'Ann Author. (2020, October 2). Shelling & <denial>. The Paper. https://paper.example/shelling Archived at https://archive.example/shelling.',
    ]);
    expect(texts(sourceCite(context, requireRecord(context.chronicle.sources, 'paper')).references)[0]).toBe(
      'Northern Paper. n.d. “Bericht.”',
    );
  });

  test('the same item is written the same, whatever was written before', async () => {
    const item = (id: string, title: string) => ({ id, type: 'webpage' as const, title, language: 'en' });
    const first = formatReference(item('a', 'One'), 'APA');
    formatReference(item('b', 'Two'), 'APA');
    formatReference(item('a', 'Three'), 'APA');
    expect(formatReference(item('a', 'One'), 'APA')).toBe(first);
  });

  test('the form of an item says what the style itself says of it', () => {
    const titles = [
      'A day of the war: what is known',
      'karabakh : une journée',
      'Who said “no”?',
      'He said so.',
      'It’s on-air (live)',
      'A town of 7777 people',
      '“8888” and zqa zqxa',
    ];
    const items = titles.flatMap((title, index) =>
      (['article-newspaper', 'webpage', 'report', 'legislation', 'broadcast'] as const).flatMap((type) =>
        [[2020], [2020, 10], [1992, 5, 9], [1992, 5, 31], [800, 1, 2]].map((parts) => ({
          id: `${type}-${index}`,
          type,
          title,
          language: index === 1 ? 'fr' : 'en',
          'container-title': index % 2 === 0 ? 'the paper of the north' : 'Paper & Co.',
          author: [{ literal: 'Ann Author' }, { literal: index === 2 ? 'B. Author' : 'Ben Author' }],
          issued: { 'date-parts': [parts] },
          URL: `https://paper.example/${index}`,
          note: 'Carries the text of an agency.',
          ...(index === 0 ? {} : { version: '1234567890' }),
        })),
      ),
    );
    for (const style of referenceStyles) {
      expect(items.map((item) => formatReference(item, style))).toEqual(
        items.map((item) => formatReferenceAlone(item, style)),
      );
    }
  });

  test('a title is cased in its own language, whatever was written before', () => {
    const item = (id: string, language: string, title: string) => ({
      id,
      type: 'article-newspaper' as const,
      title,
      'container-title': 'The Paper',
      language,
    });
    const english = item('a', 'en', 'the first words in it');
    for (const style of referenceStyles) {
      const before = formatReference(english, style);
      formatReference(item('b', 'az', 'ilk sözlər ildə'), style);
      expect(formatReference({ ...english, title: 'the other words in iron' }, style)).toContain('ron');
      expect(formatReference({ ...english, title: 'the other words in iron' }, style)).not.toContain('İ');
      expect(formatReference(english, style)).toBe(before);
    }
  });

  test('the head names title, address, day and origins for reference managers', async () => {
    const context = await datedContext();
    const view = entryView(context, requireRecord(context.chronicle.entries, shelling), undefined, undefined);
    const meta = view.frame.meta.map(({ name, content }) => `${name}: ${content}`);
    expect(meta).toEqual(
      expect.arrayContaining([
        'citation_title: Sides accuse each other of shelling Bridge Town, 2 October 2020',
        'citation_author: Fixture Chronicle',
        'citation_publication_date: 2026/02/03',
        'DC.date: 2026-02-03',
        'DC.coverage: 2020-10-02',
        'DC.source: https://paper.example/shelling',
        'DC.source: Bericht, Northern Paper',
        'DC.rights: https://creativecommons.org/licenses/by/4.0/',
      ]),
    );
  });
});

function raise(): never {
  throw new Error('No history');
}

describe('a link to an original that is known to be dead', () => {
  const url = 'https://paper.example/shelling';
  const status = { state: 'gone' as const, status: 404, checked: '2026-02-09', since: '2026-02-02' };

  test('gives way to the archived copy, after two checks', async () => {
    const context = await soundContext();
    const view = (checks: number) => {
      const chronicle = { ...context.chronicle, links: new Map([[url, { ...status, checks }]]) };
      return sourcePageView({ ...context, chronicle }, requireRecord(chronicle.sources, 'wire'), 1);
    };
    expect(view(1).link.isDead).toBe(false);
    expect(view(2).link).toEqual({
      isDead: true,
      text: 'not found when last asked for on 9 February 2026, and in every check since 2 February 2026',
    });
    expect(view(2).archive).toBe('https://archive.example/shelling');
  });
});
