import { expect, test } from 'vitest';
import { NameFinder } from '../../src/client/names.ts';
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

test('the nearest id is found within two letters or a third of the length', () => {
  expect(findNearest('stepankert', ['stepanakert', 'shusha'])).toBe('stepanakert');
  expect(findNearest('abc', ['xyzw'])).toBeUndefined();
});

test('the very name comes before names that start so and names that are near', () => {
  const finder = new NameFinder([
    ['/a/', 'Barda District', 'District', ['barda district']],
    ['/b/', 'Barda', 'City', ['barda', 'berde']],
    ['/c/', 'Bartaz', 'Village', ['bartaz']],
  ]);
  expect(finder.find('Barda').map((hit) => hit.name)).toEqual(['Barda', 'Barda District']);
  expect(finder.find('Bərdə')[0]?.name).toBe('Barda');
  expect(finder.find('bardda')[0]?.name).toBe('Barda');
  expect(finder.find('zzzzzz')).toEqual([]);
});
