import { describe, expect, test } from 'vitest';
import { searchDocuments } from '../../src/core/outputs/search-documents.ts';
import { expandNames } from '../../src/core/name-rows.ts';
import { nameFile } from '../../src/core/outputs/name-file.ts';
import { actorView } from '../../src/core/views/actor.ts';
import { listAddresses } from '../../src/core/views/addresses.ts';
import { monthView, yearView } from '../../src/core/views/calendar.ts';
import { requireRecord } from '../../src/core/views/context.ts';
import { dayView, listDayPages } from '../../src/core/views/day.ts';
import { entryView } from '../../src/core/views/entry.ts';
import { placeView } from '../../src/core/views/place.ts';
import { sourcePageView } from '../../src/core/views/source.ts';
import { soundContext } from '../support/sound-context.ts';

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

describe('views of the sound fixture', () => {
  test('an entry: prose with numbered sources, ledger, figures, relations', async () => {
    const context = await soundContext();
    const entry = requireRecord(context.chronicle.entries, '2020-10-02-shelling');
    const { html, ...view } = entryView(context, entry, '1994-earlier-war', '2020-10-03-truce');
    await expect(`${html}\n`).toMatchFileSnapshot('../fixtures/sound/entry.html');
    await expect(json(view)).toMatchFileSnapshot('../fixtures/sound/entry.json');
  });

  test('a denial stands in the row of what it denies, after it', async () => {
    const context = await soundContext();
    const { ledger } = entryView(
      context,
      requireRecord(context.chronicle.entries, '2020-10-02-shelling'),
      undefined,
      undefined,
    );
    expect(ledger.exchanges.map((row) => row.claims.map((claim) => [claim.id, claim.column]))).toEqual([
      [
        ['shelled', 'b'],
        ['not-shelled', 'a'],
      ],
    ]);
    expect(ledger.joint.map((claim) => claim.id)).toEqual(['both-met']);
    expect(ledger.columns.map(({ column, claims }) => [column, claims.map((claim) => claim.id)])).toEqual([
      ['a', []],
      ['b', []],
      ['third', ['seen']],
    ]);
  });

  test('a day shows its entries, those that span it, and its neighbours', async () => {
    const context = await soundContext();
    const view = dayView(context, '2020-10-04', '2020-10-03', undefined);
    expect(view.entries).toEqual([]);
    expect(view.spanning.map((entry) => entry.title)).toEqual(['Truce agreed']);
    expect(view.previous?.href).toBe('/2020/10/03/');
    expect(view.lede).toBe('Day 4 of the four days. No entry yet.');
  });

  test('a day numbers its sources, and its statements bear the numbers of theirs', async () => {
    const view = dayView(await soundContext(), '2020-10-02', undefined, undefined);
    expect(view.sources.map((source) => source.id)).toEqual(['wire', 'paper']);
    const claims = view.entries.flatMap(({ ledger }) => ledger.exchanges.flatMap((row) => row.claims));
    expect(claims.map((claim) => [claim.id, claim.marks])).toEqual([
      ['shelled', '1, 2'],
      ['not-shelled', '1'],
    ]);
    expect(view.figures.map((figure) => figure.marks)).toEqual(['1', '1']);
    expect(view.totals.every((figure) => figure.marks === undefined)).toBe(true);
    expect(view.setting).toBe('open');
  });

  test('every day of the focus period has a page, and no draft or withdrawn entry gives one', async () => {
    expect(listDayPages(await soundContext())).toEqual(['2020-10-01', '2020-10-02', '2020-10-03', '2020-10-04']);
  });

  test('calendars count entries by day', async () => {
    const context = await soundContext();
    const [month] = monthView(context, '2020-10').months;
    expect(month?.weeks[0]?.map((day) => day?.count)).toEqual([undefined, undefined, undefined, 0, 1, 1, 1]);
    expect(yearView(context, '1994').groups.map((group) => group.heading)).toEqual(['Known to the year']);
  });

  test('an actor: roles, claims made and about', async () => {
    const context = await soundContext();
    const observer = actorView(context, requireRecord(context.chronicle.actors, 'observer'), 1);
    expect(observer.roles).toEqual([
      { title: 'Head', of: { href: '/actors/north-state/', text: 'North' }, period: 'from 2019 to October 2020' },
    ]);
    const ministry = actorView(context, requireRecord(context.chronicle.actors, 'north-ministry'), 1);
    expect(ministry.claimsAbout.map((claim) => claim.says)).toEqual(['Northern forces shelled Bridge Town.']);
    expect(ministry.counts).toEqual({ entries: 2, claims: 3, claimsAbout: 1, figures: 1 });
  });

  test('a place: every name with its language and who uses it', async () => {
    const context = await soundContext();
    const view = placeView(context, requireRecord(context.chronicle.places, 'bridge-town'), 1);
    expect(view.names.map((name) => [name.text, name.language, name.remark])).toEqual([
      ['Bridge Town', 'English', ''],
      ['Körpüşəhər', 'Azerbaijani', 'used by North'],
      ['Կամուրջ', 'Armenian', 'used by South; Former name'],
    ]);
    expect(view.coordinates?.text).toBe('40.5° N, 46.25° E');
  });

  test('a source: an absent date is unknown, an absent address has its reason', async () => {
    const context = await soundContext();
    const view = sourcePageView(context, requireRecord(context.chronicle.sources, 'paper'), 1);
    expect([view.issued, view.url, view.urlMissing, view.origin?.id]).toEqual([
      'unknown',
      undefined,
      'Seen in print only.',
      'wire',
    ]);
  });

  test('addresses are those of the base path', async () => {
    const plain = listAddresses(await soundContext());
    expect(listAddresses(await soundContext('/repo/'))).toEqual(plain.map((address) => `/repo${address}`));
    expect(plain).toContain('/1994/earlier-war/');
    expect(new Set(plain).size).toBe(plain.length);
  });

  test('search documents carry every name of the records listed, and claims under their anchors', async () => {
    const documents = [...searchDocuments(await soundContext())];
    await expect(documents.map(({ url, html }) => `${url}\n${html}\n`).join('\n')).toMatchFileSnapshot(
      '../fixtures/sound/search-documents.txt',
    );
  });

  test('names are folded and romanised for the search box', async () => {
    const rows = expandNames(nameFile(await soundContext('/repo/')));
    expect(rows.find((row) => row.href === '/repo/places/bridge-town/')?.forms).toEqual([
      'bridge town',
      'korpuseher',
      'korpusahar',
      'կամուրջ',
      'kamowrj',
      'bridgetown',
    ]);
    expect(rows.find((row) => row.href === '/repo/actors/observer/')?.offices).toEqual(['head north']);
    expect(rows.find((row) => row.href === '/repo/2020/10/02/')).toMatchObject({
      name: '2 October 2020',
      what: 'Day',
      entries: 1,
    });
  });
});
