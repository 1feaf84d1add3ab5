import { expect, test } from 'vitest';
import { expandMeta, type IndexMeta, shortenMeta } from '../../src/core/brief-meta.ts';
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

test('the brief form of what an index says of itself stands for the whole, and is made of names in order alone', () => {
  const meta: IndexMeta = {
    documents: [
      ['3f2a91/p0', 12],
      ['3f2a91/e1', 700],
      ['3f2a91/s2', 12],
    ],
    chunks: [
      ['a', 'k', 'b0c1d2/0'],
      ['l', 'z', 'b0c1d2/1'],
    ],
    filters: [['kind', 'en_0123456789']],
    fields: ['date', 'title'],
  };
  expect(expandMeta(shortenMeta(meta))).toEqual(meta);
  const empty = { documents: [], chunks: [], filters: [], fields: [] };
  expect(expandMeta(shortenMeta(empty))).toEqual(empty);
  expect(() => shortenMeta({ ...meta, documents: meta.documents.toReversed() })).toThrow('not named in order');
});
