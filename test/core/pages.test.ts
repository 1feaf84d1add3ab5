import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { standings } from '../../src/core/standing.ts';
import { asOfView } from '../../src/core/views/as-of-page.ts';
import { claimsPageView, listClaimGroups } from '../../src/core/views/claims-page.ts';
import { requireRecord } from '../../src/core/views/context.ts';
import { correctionsView } from '../../src/core/views/corrections.ts';
import { entryView } from '../../src/core/views/entry.ts';
import { figuresPageView } from '../../src/core/views/figures-page.ts';
import { gapsView } from '../../src/core/views/gaps.ts';
import { soundContext } from '../support/sound-context.ts';

test('the methodology says of each standing what the code says', async () => {
  const text = await readFile('content/pages/methodology.md', 'utf8');
  const rows = [...text.matchAll(/^\| ([^|]+?) \| ([^|]+?) \|$/gm)].map((match) => [match[1], match[2]]);
  for (const { label, meaning } of Object.values(standings)) expect(rows).toContainEqual([label, meaning]);
});

describe('pages that the core computes', () => {
  test('the ledger: every claim is in one standing and one column', async () => {
    const context = await soundContext();
    const groups = new Map(listClaimGroups(context).map((group) => [group.id, group.keys.length]));
    expect(groups.get('')).toBe(6);
    expect(Object.keys(standings).reduce((sum, kind) => sum + (groups.get(kind) ?? 0), 0)).toBe(6);
    const view = claimsPageView(context, 'contested', 1);
    expect(view.claims.map((claim) => [claim.says, claim.standing.reason, claim.standing.href])).toEqual([
      [
        'Northern forces shelled Bridge Town.',
        'denied by Ministry of North, the same day',
        '/2020/10/02/shelling/#not-shelled',
      ],
    ]);
  });

  test('as known on a day: what was read by then, later, and in undated sources', async () => {
    const view = asOfView(await soundContext(), '2020-10-02');
    expect(view.lede).toBe(
      "4 claims about this day could be read by its end; 0 became known later; for 0 nobody can say, for want of a source's date.",
    );
    expect(view.entries.map((entry) => entry.known.map((claim) => claim.sources.map((link) => link.text)))).toEqual([
      [['The Paper'], ['The Paper'], ['The Paper'], ['The Paper']],
    ]);
    expect(view.unread).toEqual([]);
    expect(asOfView(await soundContext(), '2020-10-01').earlier).toEqual([]);
    const later = asOfView(await soundContext(), '2020-10-04');
    expect(later.earlier.map((day) => [day.href, day.remark])).toContainEqual([
      '/as-of/2020-10-02/',
      '4 known by 4 October 2020, 0 later, 0 undated',
    ]);
  });

  test('gaps: each kind, counted', async () => {
    const view = gapsView(await soundContext());
    expect(Object.fromEntries(view.gaps.map((gap) => [gap.id, gap.rows.map((row) => row.text)]))).toEqual({
      days: ['1 October 2020'],
      'one-sided-days': [],
      'single-source': ['An earlier war ends', 'Truce agreed'],
      'one-origin': ['Sides accuse each other of shelling Bridge Town'],
      places: ['The Valley'],
      undated: ['Bericht'],
      archives: ['A gazetteer', 'Bericht'],
    });
  });

  test('corrections and withdrawn entries', async () => {
    const view = correctionsView(await soundContext());
    expect(view.corrections.map((item) => [item.on, item.note])).toEqual([
      ['1 December 2020', 'The time of day was missing.'],
    ]);
    expect(view.withdrawn.map((item) => item.reason)).toEqual(['The source was misread.']);
  });

  test('the balance counts claims by side', async () => {
    const view = figuresPageView(await soundContext());
    expect(view.days.find((row) => row.what.href === '/2020/10/02/')?.counts).toEqual([
      '1 (25.0 %)',
      '1 (25.0 %)',
      '1 (25.0 %)',
      '1 (25.0 %)',
    ]);
    expect(view.days[0]?.counts).toEqual(['0 (–)', '0 (–)', '0 (–)', '0 (–)']);
  });

  test('relations show on both ends; a breach names who alleges it', async () => {
    const { chronicle, urls } = await soundContext();
    const truce = requireRecord(chronicle.entries, '2020-10-03-truce');
    const shelling = requireRecord(chronicle.entries, '2020-10-02-shelling');
    const entries = new Map(chronicle.entries).set(shelling.id, {
      ...shelling,
      related: [{ kind: 'breaches', entry: truce.id }],
    });
    const backlinks = {
      ...chronicle.backlinks,
      entries: new Map([[truce.id, [{ kind: 'breaches' as const, entry: shelling.id }]]]),
    };
    const view = entryView({ chronicle: { ...chronicle, entries, backlinks }, urls }, truce, undefined, undefined);
    expect(
      view.relations.map((relation) => [
        relation.label,
        relation.entries.map((entry) => entry.allegedBy.map((actor) => actor.text)),
      ]),
    ).toEqual([
      ['Follows', [[]]],
      ['Alleged breach', [['Ministry of South']]],
    ]);
  });
});
