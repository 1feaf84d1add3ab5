import { parseFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { feedChannels } from '../../src/core/outputs/feed-channels.ts';
import { feedFormats, FeedWriter } from '../../src/core/outputs/feeds.ts';
import { noRecordDates, type RecordDates } from '../../src/core/record-dates.ts';
import type { FeedFile } from '../../src/core/urls.ts';
import { feedFaults } from '../support/feed-faults.ts';
import { soundContext } from '../support/sound-context.ts';

async function writeAll(dates: RecordDates = noRecordDates): Promise<Map<string, string>> {
  const context = await soundContext();
  const writer = new FeedWriter(context);
  const files = [...feedChannels(context, dates)].flatMap((channel) => writer.files(channel));
  return new Map(files.map((file) => [file.path, [...file.chunks()].join('')]));
}

const nameOf = (path: string) => path.split('/').at(-1) as FeedFile;

describe('feeds', () => {
  test('all, latest, corrections, every kind, actor and place, in three formats', async () => {
    const { chronicle } = await soundContext();
    const paths = [...(await writeAll()).keys()];
    expect(paths).toHaveLength((3 + 18 + chronicle.actors.size + chronicle.places.size) * 3);
    expect(paths).toEqual(
      expect.arrayContaining([
        'feed.xml',
        'feeds/latest/atom.xml',
        'corrections/feed.json',
        'feeds/ceasefire/feed.xml',
        'actors/observer/feed.xml',
        'places/bridge-town/feed.json',
      ]),
    );
  });

  test('every one follows the rules of its format', async () => {
    const faults = [...(await writeAll())].flatMap(([path, text]) =>
      feedFaults(nameOf(path), text).map((fault) => `${path}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test('another reader finds the same items in every format', async () => {
    const files = await writeAll();
    for (const { file } of feedFormats) {
      const { feed } = parseFeed(files.get(`places/bridge-town/${file}`) ?? '');
      const items = 'items' in feed ? feed.items : 'entries' in feed ? feed.entries : undefined;
      expect(items?.map((item) => (typeof item.title === 'object' ? item.title.value : item.title))).toEqual([
        'Sides accuse each other of shelling Bridge Town',
        'Truce agreed',
      ]);
    }
  });

  test('a correction has an id of its own and the day of the correction', async () => {
    const feed = JSON.parse((await writeAll()).get('corrections/feed.json') ?? '') as { items: unknown[] };
    expect(feed.items).toEqual([
      {
        id: 'https://fixture.example/id/2020-10-02-shelling/#correction-1',
        content_html: 'The time of day was missing.',
        url: 'https://fixture.example/2020/10/02/shelling/',
        title: 'Correction: Sides accuse each other of shelling Bridge Town',
        date_modified: '2020-12-01T00:00:00.000Z',
        date_published: '2020-12-01T00:00:00.000Z',
        tags: ['Strike'],
      },
    ]);
  });

  test('the latest additions are in the order of their addition', async () => {
    const dates = new Map([['entries/1994-earlier-war', { added: '2026-11-01', changed: '2026-11-02' }]]);
    const read = async (known: RecordDates) =>
      (
        JSON.parse((await writeAll(known)).get('feeds/latest/feed.json') ?? '') as {
          items: { title: string; date_published: string }[];
        }
      ).items[0];
    expect(await read(dates)).toMatchObject({
      title: 'An earlier war ends',
      date_published: '2026-11-01T00:00:00.000Z',
    });
    expect((await read(noRecordDates))?.title).toBe('Sides accuse each other of shelling Bridge Town');
  });

  test('marks of HTML in a title stay marks', async () => {
    const context = await soundContext();
    const [channel] = feedChannels(context, noRecordDates);
    if (!channel) throw new Error('No feed');
    const [first] = channel.items();
    if (!first) throw new Error('No item');
    const marked = { ...channel, items: () => [{ ...first, title: 'a < b & c' }] };
    const [rss = '', atom = '', json = ''] = new FeedWriter(context)
      .files(marked)
      .map((file) => [...file.chunks()].join(''));
    expect(feedFaults('atom.xml', atom)).toEqual([]);
    expect(atom).toContain('<title type="html"><![CDATA[a &lt; b &amp; c]]></title>');
    expect(rss).toContain('<title><![CDATA[a < b & c]]></title>');
    expect(json).toContain('"title":"a < b & c"');
  });

  test.each([
    ['feed.xml', /<pubDate>[^<]*<\/pubDate>/, '<pubDate>yesterday</pubDate>', 'item: pubDate yesterday'],
    ['feed.xml', /<link>[^<]*<\/link>/, '', 'channel: 0 of link'],
    ['feed.xml', /isPermaLink="false"/, '', 'item: guid is taken for its link'],
    ['atom.xml', /<updated>[^<]*<\/updated>/, '<updated>2020</updated>', 'feed: updated 2020'],
    ['atom.xml', /term="[a-z]*"/, '', 'category without term'],
    [
      'feed.json',
      /"content_html"/,
      '"content"',
      'items.0.content_html: Invalid input: expected string, received undefined',
    ],
    ['feed.json', /version\/1\.1/, 'version/9', 'version: Invalid input: expected "https://jsonfeed.org/version/1.1"'],
  ] as const)('the test finds a fault in %s: %s', async (name, part, other, fault) => {
    const text = (await writeAll()).get(name) ?? '';
    expect(text).toMatch(part);
    expect(feedFaults(name, text.replace(part, other))).toContain(fault);
  });
});
