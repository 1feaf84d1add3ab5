import { expect, test } from 'vitest';
import { CborReader } from '../../src/client/full-text/cbor.ts';
import { createExcerpt, createSubResults } from '../../src/client/full-text/excerpt.ts';
import { countValues, selectDocuments } from '../../src/client/full-text/filters.ts';
import { chooseChunks, findWords, isFormOf, readTerms } from '../../src/client/full-text/query.ts';
import { encode } from 'cborg';

test('every size of number, text and array that an index has is read', () => {
  const values = [
    0,
    23,
    24,
    255,
    256,
    65_535,
    65_536,
    4_294_967_295,
    -1,
    -24,
    -25,
    -257,
    'a'.repeat(300),
    'Шуша',
    [],
    [[1], []],
  ];
  expect(new CborReader(encode(values)).readValue()).toEqual(values);
  expect(() => new CborReader(encode({})).readValue()).toThrow('Unexpected value of kind 5');
});

test('punctuation joins what it stands between, and marks on letters are kept apart', () => {
  expect(readTerms('Nagorno-Karabakh’s  ŞUŞA')).toEqual([
    { typed: 'nagornokarabakhs', plain: 'nagornokarabakhs', stem: 'nagornokarabakh' },
    { typed: 'şuşa', plain: 'susa', stem: 'susa' },
  ]);
  expect(readTerms(' … ')).toEqual([]);
});

test('a term is sought in the files whose first and last word it lies between', () => {
  const chunks = [
    ['a', 'ki', '0'],
    ['kl', 'sho', '1'],
    ['shu', 'z', '2'],
  ] as const;
  const choose = (word: string) => chooseChunks(chunks, readTerms(word)[0] ?? { typed: '', plain: '', stem: '' });
  expect(choose('barda')).toEqual(['0']);
  expect(choose('sh')).toEqual(['1']);
  // Between two files: whichever may have a word that begins so.
  expect(choose('shoot')).toEqual(['1']);
  expect(choose('1994')).toEqual([]);
});

test.each([
  ['shell', 'shelling', true],
  ['shelling', 'shell', true],
  ['shellproof', 'shell', false],
  ['stepanaket', 'step', false],
])('%s typed is a form of %s: %s', (typed, word, isForm) => {
  expect(isFormOf(typed, word)).toBe(isForm);
});

test('words that begin so are found, else the longest that it begins with', () => {
  const words = ['shel', 'shell', 'shelter'].map((text) => ({ text, spellings: [] }));
  const find = (word: string) => readTerms(word).flatMap((term) => findWords(words, term).map(({ text }) => text));
  expect(find('shell')).toEqual(['shell']);
  expect(find('she')).toEqual(['shel', 'shell', 'shelter']);
  expect(find('shellproof')).toEqual(['shell']);
  expect(find('barda')).toEqual([]);
});

test('filters are met together, and values are counted among documents', () => {
  const loaded = new Map([
    [
      'kind',
      [
        ['Strike', [0, 2]],
        ['Law', [1]],
      ] as const,
    ],
    [
      'year',
      [
        ['1994', [0, 1]],
        ['2020', [2, 3]],
      ] as const,
    ],
  ]);
  expect([...selectDocuments(loaded, { kind: 'Strike', year: { any: ['2020', '2021'] } }, 4)]).toEqual([0, 0, 1, 0]);
  expect([...selectDocuments(loaded, {}, 2)]).toEqual([1, 1]);
  expect([...selectDocuments(loaded, { kind: 'None' }, 2)]).toEqual([0, 0]);
  expect(countValues(loaded, new Set([0, 1]))['kind']).toEqual({ Strike: 1, Law: 1 });
});

test('an excerpt is where most of what was sought stands, and a part has only its own', () => {
  const words = Array.from({ length: 200 }, (_, index) => `w${index}`);
  const places = [5, 150, 151, 190].map((place) => ({ place, score: 1 }));
  const excerpt = createExcerpt({ words }, places);
  expect(excerpt.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['w150', 'w151']);
  expect(excerpt.filter(({ text }) => text !== ' ')).toHaveLength(28);
  const anchors = [{ element: 'h2', id: 'claim-1', text: 'A claim', location: 180 }];
  const parts = createSubResults({ url: '/x/', words, meta: { title: 'X' }, anchors }, '/base/x/', places);
  expect(parts.map(({ url, title }) => [url, title])).toEqual([
    ['/base/x/', 'X'],
    ['/base/x/#claim-1', 'A claim'],
  ]);
  const [, claim] = parts;
  expect(claim?.excerpt.map(({ text }) => text).join('')).toMatch(/^w180 .* w199$/);
});
