import { describe, expect, test } from 'vitest';
import { knowledgeOn, restrictTo } from '../../src/core/as-of.ts';
import { requireDate } from '../../src/core/dates.ts';
import type { Source } from '../../src/core/model.ts';
import { requireRecord } from '../../src/core/views/context.ts';
import { soundContext } from '../support/sound-context.ts';

describe('what was known on a day', () => {
  const sources = new Map(
    Object.entries({ early: '2020-10-01', late: '2020-12', undated: undefined, month: '2020-10' }).map(
      ([id, issued]) => [id, { id, issued: issued === undefined ? undefined : requireDate(issued) } as Source],
    ),
  );
  test.each([
    [['early', 'late'], 'known'],
    [['late'], 'later'],
    [['undated'], 'undated'],
    [['late', 'undated'], 'undated'],
    [['early', 'undated'], 'known'],
    [['month'], 'later'],
  ] as const)('%j is %s', (ids, expected) => {
    expect(knowledgeOn({ sources }, ids, '2020-10-15')).toBe(expected);
  });

  test('has the sources, answers and standings of that day', async () => {
    const { chronicle } = await soundContext();
    const shelled = requireRecord(chronicle.claims, '2020-10-02-shelling#shelled');
    const denial = requireRecord(chronicle.claims, '2020-10-02-shelling#not-shelled');
    const late = {
      ...requireRecord(chronicle.sources, 'wire'),
      id: 'late',
      agency: [],
      issued: requireDate('2020-10-09'),
    };
    const whole = {
      ...chronicle,
      sources: new Map(chronicle.sources).set('late', late),
      claims: new Map(chronicle.claims)
        .set(shelled.key, { ...shelled, sources: ['wire', 'late'] })
        .set(denial.key, { ...denial, sources: ['late'] }),
    };
    const standingOn = (day: string) => {
      const then = restrictTo(whole, day);
      return [
        then.standings.get(shelled.key)?.kind,
        then.claims.get(shelled.key)?.sources,
        then.answers.get(shelled.key),
        then.claims.has(denial.key),
      ];
    };
    expect(standingOn('2020-10-01')).toEqual([undefined, undefined, undefined, false]);
    expect(standingOn('2020-10-08')).toEqual(['single-source', ['wire'], undefined, false]);
    expect(standingOn('2020-10-09')).toEqual([
      'contested',
      ['wire', 'late'],
      [{ kind: 'denies', by: denial.key }],
      true,
    ]);
    expect([...restrictTo(whole, '2020-10-01').figures]).toEqual([]);
    expect(restrictTo(whole, '2020-10-02').figures.size).toBe(chronicle.figures.size);
  });
});
