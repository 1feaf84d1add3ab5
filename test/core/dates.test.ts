import { describe, expect, test } from 'vitest';
import { dateSegments, describePrecision, formatDate, parseDate, requireDate } from '../../src/core/dates.ts';
import { addDays, lastDayOfMonth, listDays, weekdayIndex } from '../../src/core/days.ts';

describe('parseDate', () => {
  test.each([
    ['2020-10-29', '2020-10-29', '2020-10-29', 'day'],
    ['2020-10', '2020-10-01', '2020-10-31', 'month'],
    ['2020', '2020-01-01', '2020-12-31', 'year'],
    ['2020-10-27/2020-10-28', '2020-10-27', '2020-10-28', 'range'],
    ['1988-02/1994', '1988-02-01', '1994-12-31', 'range'],
    ['2020-10-29~', '2020-10-29', '2020-10-29', 'day'],
    ['2020-02-29', '2020-02-29', '2020-02-29', 'day'],
  ])('%s covers %s to %s', (edtf, start, end, precision) => {
    expect(parseDate(edtf)).toMatchObject({ edtf, start, end, precision });
  });

  test.each([
    '',
    '2020-13',
    '2020-02-30',
    '2019-02-29',
    '29 October 2020',
    '2020-10-28/2020-10-27',
    '20-10-29',
    '2020-10-29T08:00',
    '../2020',
    '2020-10-',
    'Y2020',
    '2020-24',
  ])('%j is no date', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe('dates in words', () => {
  test.each([
    ['2020-10-29', '29 October 2020', ''],
    ['2020-10', 'October 2020', 'known to the month'],
    ['2020', '2020', 'known to the year'],
    ['2020-10-27/2020-10-28', '27 to 28 October 2020', 'over several days or longer'],
    ['2020-09-27/2020-11-10', '27 September to 10 November 2020', 'over several days or longer'],
    ['1988/1994', '1988 to 1994', 'over several days or longer'],
    ['1994-05~', 'about May 1994', 'known to the month, approximate'],
    ['2020-10-01?', '1 October 2020 (uncertain)', 'uncertain'],
  ])('%s is "%s"', (edtf, text, precision) => {
    const date = requireDate(edtf);
    expect([formatDate(date), describePrecision(date)]).toEqual([text, precision]);
  });
});

describe('calendar', () => {
  test('days are counted over the end of a month and a leap day', () => {
    expect(addDays('2020-10-31', 1)).toBe('2020-11-01');
    expect(addDays('2020-03-01', -1)).toBe('2020-02-29');
    expect(listDays('2020-09-27', '2020-11-10')).toHaveLength(45);
    expect(lastDayOfMonth('2020', '02')).toBe('2020-02-29');
    expect(weekdayIndex('2020-10-29')).toBe(3);
  });

  test('addresses follow the stated parts', () => {
    expect(['2020-10-29~', '2020-10/2020-11', '1994'].map((text) => dateSegments(requireDate(text)))).toEqual([
      ['2020', '10', '29'],
      ['2020', '10'],
      ['1994'],
    ]);
  });
});
