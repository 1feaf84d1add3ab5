import { expect, test } from 'vitest';
import { formatCount, parseCount } from '../../src/core/counts.ts';

test.each([
  ['1119', 'exact', 1119, 1119, '1,119'],
  ['0', 'exact', 0, 0, '0'],
  ['1000+', 'at-least', 1000, undefined, 'at least 1,000'],
  ['~5000', 'about', 5000, 5000, 'about 5,000'],
  ['30-40', 'range', 30, 40, '30 to 40'],
  ['<5000', 'less-than', undefined, 5000, 'fewer than 5,000'],
  ['>100', 'more-than', 100, undefined, 'more than 100'],
])('%s is read as it was stated', (text, bound, low, high, words) => {
  const count = parseCount(text);
  expect(count).toEqual({ text, bound, low, high });
  expect(count && formatCount(count)).toBe(words);
});

test.each(['', 'about 5', '1,119', '-5', '40-30', '5-5', '1e3', '99999999999999999999', '~', '>', '1.5', '５'])(
  '%j is no count',
  (text) => {
    expect(parseCount(text)).toBeUndefined();
  },
);
