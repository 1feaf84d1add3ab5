import { describe, expect, test } from 'vitest';
import { dateFacets, rangeFacets } from '../../src/core/date-facets.ts';
import { requireDate } from '../../src/core/dates.ts';

test.each([
  ['2020-10-29', ['y2020', 'm2020-10', 'd2020-10-29']],
  ['2020-10-31/2020-11-01', ['y2020', 'm2020-10', 'd2020-10-31', 'm2020-11', 'd2020-11-01']],
  ['2020-10', ['p2020-10']],
  ['1994', ['p1994']],
  ['1993-12/1994-02', ['p1993-12', 'p1994-01', 'p1994-02']],
])('%s is found under %j', (edtf, facets) => {
  expect(dateFacets(requireDate(edtf))).toEqual(facets);
});

describe('a range', () => {
  test('takes whole years and months where it can', () => {
    expect(rangeFacets('2019-12-30', '2021-02-02').filter((facet) => !facet.startsWith('p'))).toEqual([
      'd2019-12-30',
      'd2019-12-31',
      'y2020',
      'm2021-01',
      'd2021-02-01',
      'd2021-02-02',
    ]);
  });

  test('ends, whatever days a reader names', () => {
    expect(rangeFacets('9999-12-30', '9999-12-31')).toEqual([]);
    expect(rangeFacets('2998-12-31', '9999-12-31')).toEqual([
      'd2998-12-31',
      'y2999',
      'p2998',
      'p2998-12',
      'p2999',
      ...Array.from({ length: 12 }, (_, index) => `p2999-${String(index + 1).padStart(2, '0')}`),
    ]);
    expect(rangeFacets('0000-01-01', '0001-01-01')).toContain('d0001-01-01');
    expect(rangeFacets('0020-02-01', '0020-02-29')).toContain('m0020-02');
    expect(rangeFacets('2020-10-02', '2020-10-01')).toEqual([]);
  });

  test('of three thousand years takes no time', () => {
    const started = performance.now();
    expect(dateFacets(requireDate('0001/2999'))).toHaveLength(2999);
    expect(rangeFacets('0001-01-01', '2999-12-31').filter((facet) => facet.startsWith('y'))).toHaveLength(2999);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('finds a date exactly when the two overlap', () => {
    const dates = [
      '2020-09-26',
      '2020-09-27',
      '2020-10-01',
      '2020-11-10',
      '2020-11-11',
      '2020-09',
      '2020-12',
      '2020',
      '2019',
      '2020-09-20/2020-09-28',
      '1988/1994',
    ];
    const range = new Set(rangeFacets('2020-09-27', '2020-11-10'));
    for (const edtf of dates) {
      const date = requireDate(edtf);
      expect([edtf, dateFacets(date).some((facet) => range.has(facet))]).toEqual([
        edtf,
        date.start <= '2020-11-10' && date.end >= '2020-09-27',
      ]);
    }
  });
});
