import { expect, test } from 'vitest';
import { NameFinder } from '../../src/client/names.ts';
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
