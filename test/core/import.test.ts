import { describe, expect, test } from 'vitest';
import { buildChronicle } from '../../src/core/chronicle.ts';
import { parseArticle, splitBlocks } from '../../src/core/import/article.ts';
import { findAttributions } from '../../src/core/import/attribution.ts';
import { findDates } from '../../src/core/import/dates.ts';
import { findMeasures } from '../../src/core/import/measures.ts';
import { MentionFinder } from '../../src/core/import/mentions.ts';
import { buildNameIndex } from '../../src/core/import/name-index.ts';
import { findNumbers } from '../../src/core/import/numbers.ts';
import { knowPress } from '../../src/core/import/press-knowledge.ts';
import { splitSentences } from '../../src/core/import/sentences.ts';
import { pointTo } from '../../src/core/import/words.ts';
import { readFixture } from '../support/read-fixture.ts';

const { chronicle } = buildChronicle(await readFixture('import'));
if (!chronicle) throw new Error('The fixture of the import has problems');
const index = buildNameIndex(chronicle);
const finder = () => new MentionFinder(chronicle, index);

describe('names', () => {
  test.each([
    ["Norland's Defense Ministry denied it", ['norland-ministry-of-defence']],
    ['the Sudlander army and Norlandic troops', ['sudland-armed-forces', 'norland-armed-forces']],
    ['the Mill and Reed districts of Sudland', ['mill-district', 'reed-district', 'sudland']],
    ['near Mill', ['mill']],
    ['President Anna Holt spoke. Holt left.', ['anna-holt', 'anna-holt']],
    ['Sahar was no name, but Şəhərli and Seherli are', ['bridge-town', 'bridge-town']],
    ['the IPC, not the ipc', ['peace-council']],
    ['a bridge town', []],
  ])('%s', (text, ids) => {
    expect(
      finder()
        .find(text)
        .map((mention) => mention.actor ?? mention.place),
    ).toEqual(ids);
  });

  test('a country is an actor and a place', () => {
    expect(finder().find('in Norland')[0]).toMatchObject({ actor: 'norland', place: 'norland' });
  });
});

describe('speakers', () => {
  test.each([
    ['Sudlander officials said Norland fired.', ['says sudland-authorities']],
    ['Anna Holt said that Norland fired and added that it was over.', ['says anna-holt', 'says anna-holt']],
    ['The shelling stopped, said President Anna Holt.', ['says anna-holt']],
    ['According to Piet Marsh, it stopped.', ['says piet-marsh']],
    ['A claim that Norland rejected.', ['denies norland']],
    ['The ministry denied it.', ['denies norland-ministry-of-defence']],
    ['It was reported that shells fell.', []],
    ['More fell than officially reported in Norland.', []],
    ['Piet Marsh, the spokesman of the Sudlander army, said so.', ['says piet-marsh']],
    ['Piet Marsh, quoted by Norland, had spoken of 12 dead.', ['says piet-marsh']],
    ['The Sudlander army counted 12 dead.', ['counts sudland-armed-forces']],
    ['The ministry put the toll at 12.', ['counts norland-ministry-of-defence']],
    ['The line gave way after 12 days.', []],
    ['Somebody nameless said so.', ['says nobody']],
  ])('%s', (text, expected) => {
    const found = findAttributions(text, finder().find(text), 'norland-ministry-of-defence');
    expect(found.map((item) => `${item.kind} ${item.by ?? 'nobody'}`)).toEqual(expected);
  });
});

describe('numbers and what they count', () => {
  test.each([
    ['1,250 soldiers and 17 civilians were killed', ['1250 military killed', '17 civilians killed']],
    ['has killed 90 civilians and wounded 392', ['90 civilians killed', '392 civilians wounded']],
    ['said 90 civilians had been killed and 392 wounded', ['90 civilians killed', '392 civilians wounded']],
    ['one civilian was killed and two were wounded', ['1 civilians killed', '2 civilians wounded']],
    ['the military toll stood at 84, killed in a week', ['84 military killed']],
    ['the death toll was nearing 5,000', ['~5000 all killed']],
    ['downing two Norlandic Su-25 warplanes', ['2 aircraft downed']],
    ['at least 12 dead and between 30 and 40 wounded in Bridge Town', ['12+ all killed', '30-40 all wounded']],
    ['more than 200 soldiers deployed', ['>200 military deployed']],
    ['fewer than 50 prisoners were released', ['<50 captives released']],
    ['twenty-one houses damaged', ['21 building damaged']],
    ['1.5 million fled', ['1500000 all displaced']],
    ['some 40 thousand people fled', ['~40000 all displaced']],
    ['at 13:08 on 3 October 2020, on the 5th day, in 1994, by 20 percent', []],
    ['one of them died', []],
    ['three attempts at a truce', ['3 nothing nothing']],
  ])('%s', (text, expected) => {
    const numbers = findNumbers(text, findDates(text, '2020-10-29'));
    const found = findMeasures(text, numbers).map(
      (measure, at) => `${numbers[at]?.count} ${measure.who ?? 'nothing'} ${measure.of ?? 'nothing'}`,
    );
    expect(found).toEqual(expected);
  });
});

describe('dates against a Thursday, 29 October 2020', () => {
  test.each([
    ['ground on Thursday', ['2020-10-29']],
    ['took effect Monday', ['2020-10-26']],
    ['shells fell on Sunday night', ['2020-10-25']],
    ['are due to meet on Sunday', ['2020-11-01']],
    ['said last week', ['2020-10-22~']],
    ['two days ago', ['2020-10-27']],
    ['began Sept. 27', ['2020-09-27']],
    ['since 12 December', ['2019-12-12']],
    ['ended in 1994', ['1994']],
    ['in June 1988', ['1988-06']],
    ['for a fifth week', []],
  ])('%s', (text, expected) => {
    expect(findDates(text, '2020-10-29').map((date) => date.edtf)).toEqual(expected);
  });

  test('without a day of publication only whole dates are dates', () => {
    expect(findDates('on Thursday, 3 October 2020 and last week', undefined).map((date) => date.edtf)).toEqual([
      '2020-10-03',
    ]);
  });
});

test('sentences do not end at abbreviations', () => {
  const text = 'It began Sept. 27 in the U.S. capital. Gen. A. Holt left. He said so.';
  expect(splitSentences([text]).map((sentence) => sentence.text)).toEqual([
    'It began Sept. 27 in the U.S. capital.',
    'Gen. A. Holt left.',
    'He said so.',
  ]);
});

test('a pointer has at most eight words', () => {
  expect(pointTo('“One, two three four” five six seven eight, nine ten.', 0)).toBe(
    'One, two three four five six seven eight',
  );
});

describe('plain text', () => {
  const press = knowPress(chronicle, index);
  const read = (text: string) => parseArticle({ blocks: splitBlocks(text), metadata: {} }, press);
  const body = 'Shells fell on the market of Bridge Town on Tuesday night, officials of the town said.';

  test('a page by an agency in a paper: appeals, captions and credits are no text', () => {
    const article = read(
      [
        'Get alerts and notifications from The Morning Herald',
        'Shells fall on a market',
        'Via FPA news wire\nTuesday 13 October 2020 09:00 GMT\nBridge Town',
        'We need your help. The Morning Herald is read by many, and our reporters are everywhere that you are.',
        body,
        '___',
        'Fixture Press Agency writer Mara Lind in Lake City and Tomas Rey in Bridge Town contributed to this report.',
        'Please refresh the page to be logged in',
      ].join('\n\n'),
    );
    expect(article).toMatchObject({
      headline: 'Shells fall on a market',
      publisher: 'The Morning Herald',
      agency: 'Fixture Press Agency',
      authors: ['Mara Lind', 'Tomas Rey'],
      issued: '2020-10-13',
      language: 'en',
      paragraphs: [body],
    });
  });

  test('what a page does not say is missing, and it is said', () => {
    const article = read(body);
    expect(article).toMatchObject({
      headline: undefined,
      publisher: undefined,
      agency: undefined,
      authors: [],
      issued: undefined,
    });
    expect(article.doubts).toHaveLength(3);
  });

  test.each([
    ['Снаряды упали на рынок города ночью, сообщили в городе вчера вечером, когда все уже спали дома.', 'ru'],
    ['Գնդակոծվել է քաղաքի շուկան այսօր գիշերը, հայտնել են քաղաքի պաշտոնյաները այսօր առավոտյան կրկին ու կրկին։', 'hy'],
    [
      'Bazara gecə mərmilər düşüb, şəhər rəsmiləri bu barədə səhər məlumat veriblər və əlavə ediblər ki, xəsarət alan var.',
      'az',
    ],
  ])('the language of %s', (text, language) => {
    expect(read(text.replace(/։$/, '.')).language).toBe(language);
  });
});
