import { expect, test } from 'vitest';
import { findSimilar } from '../../src/client/similar-names.ts';
import { packDays, unpackDays } from '../../src/core/day-counts.ts';
import { formatFragmentName, parseFragmentName } from '../../src/core/fragment-names.ts';

test('days keep their numbers of entries, up to 35, in a letter each', () => {
  const days: [string, number][] = [
    ['1988-02-13', 1],
    ['2020-01-01', 0],
    ['2020-02-29', 12],
    ['2020-12-31', 40],
  ];
  const packed = packDays(days);
  expect(packed['2020']).toHaveLength(366);
  expect(packed['2020']?.replaceAll('-', '')).toBe('0cz');
  expect(unpackDays(packed)).toEqual([...days.slice(0, 3), ['2020-12-31', 35]]);
});

test("a document's file name tells its type and its place in time", () => {
  const name = formatFragmentName('3f2a91', { type: 'e', order: 100 });
  expect(name).toBe('3f2a91/e2s');
  expect(parseFragmentName(name)).toEqual({ type: 'e', order: 100 });
});

test('names like a text that is near to none come by likeness; a short text is like none', () => {
  const row = (name: string) => ({ href: '', name, what: 'City', forms: [name], offices: [], entries: 1 });
  const rows = ['barda', 'stepanakert', 'martakert'].map(row);
  expect(findSimilar(rows, 'stepnnkrtt', 1).map(({ name }) => name)).toEqual(['stepanakert']);
  expect(findSimilar(rows, 'brd', 5)).toEqual([]);
});
