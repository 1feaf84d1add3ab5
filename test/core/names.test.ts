import { describe, expect, test } from 'vitest';
import { NameFinder } from '../../src/client/names.ts';
import { beginsWord, splitLast, tellingWords } from '../../src/client/query-words.ts';
import { matchWords } from '../../src/core/word-match.ts';
import { foldName } from '../../src/core/names.ts';
import { findNearest } from '../../src/core/suggest.ts';

test.each([
  ['Xankəndi', 'xankendi'],
  ["Step'anakert", 'stepanakert'],
  ['Şuşa', 'susa'],
  ['Qubadlı', 'qubadli'],
  ['Nagorno-Karabakh', 'nagorno karabakh'],
  ['Շուշի', 'շուշի'],
  ['ШУША', 'шуша'],
  ['  Two   words ', 'two words'],
])('%s folds to %s', (text, folded) => {
  expect(foldName(text)).toBe(folded);
});

test.each([
  ['armenian foreign ministry', 'ministry of foreign affairs of armenia', 0.75],
  ['turkish foreign minister', 'foreign minister turkey', 1],
  ['karabakh army', 'azerbaijan army', 0],
  ['minister', 'foreign minister', 0.5],
  ['of the', 'republic of the sea', 0],
])('the words of %s make up a part of %s', (query, name, share) => {
  expect(matchWords(query, name)).toBe(share);
});

test('the nearest id is found within two letters or a third of the length', () => {
  expect(findNearest('stepankert', ['stepanakert', 'shusha'])).toBe('stepanakert');
  expect(findNearest('abc', ['xyzw'])).toBeUndefined();
});

test('the very name comes before names that start so and names that are near', () => {
  const finder = new NameFinder([
    { href: '/a/', name: 'Barda District', what: 'District', forms: ['barda district'], offices: [], entries: 3 },
    { href: '/b/', name: 'Barda', what: 'City', forms: ['barda', 'berde'], offices: [], entries: 9 },
    { href: '/c/', name: 'Bartaz', what: 'Village', forms: ['bartaz'], offices: [], entries: 1 },
  ]);
  expect(finder.find('Barda').map((hit) => hit.name)).toEqual(['Barda', 'Barda District']);
  expect(finder.find('Bərdə')[0]?.name).toBe('Barda');
  expect(finder.find('bardda')[0]?.name).toBe('Barda');
  expect(finder.find('zzzzzz')).toEqual([]);
});

describe('names that are not spelled so', () => {
  const row = (name: string, what = 'City', entries = 1) => ({
    href: `/${name}/`,
    name,
    what,
    forms: [name],
    offices: [],
    entries,
  });
  const rows = [
    row('stepanakert', 'City', 9),
    row('martakert'),
    row('barda'),
    row('ilham aliyev', 'Person', 8),
    row('aliyan', 'Village'),
  ];
  const finder = new NameFinder(rows);

  test.each([
    ['stepanaket', 'stepanakert'],
    ['stepanakerrt', 'stepanakert'],
    ['stepanakret', 'stepanakert'],
    ['tsepanakert', 'stepanakert'],
    ['stpanakertt', 'stepanakert'],
    ['brada', 'barda'],
    ['bardaa', 'barda'],
    ['alieyv', 'ilham aliyev'],
    ['ilham alyev', 'ilham aliyev'],
  ])('%s is near to %s', (text, name) => {
    expect(finder.findNear(text)?.name).toBe(name);
    expect(finder.find(text)[0]?.name).toBe(name);
  });

  test.each(['brd', 'bxxda', 'stpnkrt', 'akert', 'zzzzzzzz'])('%s is near to none', (text) => {
    expect(finder.findNear(text)).toBeUndefined();
  });

  test('the whole name comes before a surname that is as near', () => {
    expect(finder.find('aliyen').map(({ name }) => name)).toEqual(['aliyan', 'ilham aliyev']);
  });

  test('a beginning may have a letter wrong, from six letters on', () => {
    expect(finder.find('stpanak').map(({ name }) => name)).toEqual(['stepanakert']);
    expect(finder.find('stpan')).toEqual([]);
  });

  test('names like a text that is near to none come by likeness; a short text is like none', () => {
    expect(finder.findSimilar('stepnnkrtt', 1).map(({ name }) => name)).toEqual(['stepanakert']);
    expect(finder.findSimilar('brd')).toEqual([]);
  });
});

test.each([
  ['the fall of shusha', 'fall shusha'],
  ['k shusha', 'shusha'],
  ['of the', 'of the'],
  ['k', ''],
  ['"the fall of"', '"the fall of"'],
])('of %s, %s is sought', (text, words) => {
  expect(tellingWords(text)).toBe(words);
});

test.each([
  ['shusha fa', true, 'shusha', 'fa'],
  ['shusha fall', false, 'shusha', 'fall'],
  ['shusha ', false, '', 'shusha'],
  ['sh', true, '', 'sh'],
  ['', false, '', ''],
])('“%s” ends in the beginning of a word: %s', (text, isBeginning, start, last) => {
  expect(beginsWord(text)).toBe(isBeginning);
  expect(splitLast(text)).toEqual({ start, last });
});
