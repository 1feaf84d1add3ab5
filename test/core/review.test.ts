import { describe, expect, test } from 'vitest';
import { buildChronicle } from '../../src/core/chronicle.ts';
import { createWordFinder } from '../../src/core/words.ts';
import { readFixture } from '../support/read-fixture.ts';

const shelling = 'entries/2020/10/2020-10-02-shelling.md';
const losses = 'entries/2020/10/2020-10-03-losses.md';
const again = 'entries/2020/10/2020-10-04-losses-again.md';
const bridge = 'places/bridge-town.md';
const river = 'places/river-town.md';

type Change = readonly [file: string, from: string, to: string];

/** Checks the example content with some changes; returns `path:line:column rule` of what is found. */
async function review(...changes: readonly Change[]): Promise<string[]> {
  const files = await readFixture('examples');
  const changed = files.map((file) => {
    const text = changes
      .filter(([path]) => path === file.path)
      .reduce((result, [, from, to]) => {
        expect(result).toContain(from);
        return result.replace(from, () => to);
      }, new TextDecoder().decode(file.bytes));
    return { path: file.path, bytes: new TextEncoder().encode(text) };
  });
  const { messages } = buildChronicle(changed, { review: true });
  return messages.map((message) => `${message.file}:${message.line}:${message.column} ${message.ruleId}`);
}

describe('what is no fault', () => {
  test.each<[string, readonly Change[]]>([
    [
      'a town and its district with one name',
      [
        [river, 'River Town, lang: en}', 'Bridge Town, lang: en}'],
        [river, 'kind: village', 'kind: district'],
        [river, 'precision: settlement', 'precision: area'],
        [losses, 'near River Town', 'near Bridge Town'],
        [losses, 'places: [river-town]', 'places: [bridge-town]'],
      ],
    ],
    [
      'namesakes that are told apart',
      [
        [river, '{text: River Town, lang: en}', '{text: River Town (Valley), lang: en}'],
        [river, 'kind: village', 'also: [Bridge Town]\nkind: village'],
      ],
    ],
    [
      'a loaded word between quotation marks',
      [[losses, 'near River Town.[@bulletin]', 'in what it called a "liberation".[@bulletin]']],
    ],
    [
      'a loaded word in a claim',
      [[losses, 'says: Eight soldiers were killed.', 'says: Eight soldiers were killed in the liberation.']],
    ],
    [
      'a loaded word in the name of a record',
      [
        ['actors/observer.md', 'Ann Observer', 'Liberation Front'],
        [losses, 'near River Town', 'near the Liberation Front'],
      ],
    ],
    [
      'a verb of fact where both sides speak',
      [
        [again, 'by: south-ministry\n    says: Ten', 'by: north-ministry\n    says: Ten'],
        [again, 'said that ten soldiers had been killed.[', 'confirmed that ten soldiers had been killed.['],
      ],
    ],
    ["one side's name beside the display name", [[losses, 'near River Town', 'near River Town (Riverside)']]],
    ["one side's name between quotation marks", [[losses, 'near River Town', 'near "Riverside"']]],
    [
      'a name in another form',
      [[shelling, 'shells fell on **Bridge Town**', 'Bridgetown shells fell on **Bridge Town**']],
    ],
    [
      'a lower number of the missing',
      [
        [losses, 'count: 8, of: killed', 'count: 8, of: missing'],
        [again, 'count: 10, of: killed', 'count: 7, of: missing'],
      ],
    ],
    [
      'a lower number that says what else it counts',
      [
        [again, 'count: 10, of', 'count: 7, of'],
        [again, 'since: 2020-10-01, sources', 'since: 2020-10-01, note: Named ones alone, sources'],
      ],
    ],
    ['a lower number that is only about right', [[again, 'count: 10', 'count: "~7"']]],
    [
      'a denial of nothing that was said here',
      [[losses, 'says: Eight soldiers were killed.', 'says: No town was lost.']],
    ],
    [
      'what ought not to be, which denies nothing',
      [[shelling, 'denies: shelled\n    says: No shell was fired.', 'says: No shell should be fired.']],
    ],
    [
      "a side's own paper for what that side said",
      [[shelling, 'sources: [wire, northern-blog]', 'sources: [northern-blog]']],
    ],
    [
      'a country far away',
      [
        [bridge, 'kind: town', 'kind: country'],
        [bridge, 'within: [valley]\n', ''],
        [bridge, 'precision: settlement', 'precision: country'],
        [bridge, 'at: [40.5, 46.25]', 'at: [55.5, 37.25]'],
      ],
    ],
    [
      'two entries of one kind that are related',
      [
        [losses, 'kind: casualties', 'kind: humanitarian'],
        [losses, 'follows: 2020-10-02-shelling', 'follows: 2020-10-03-losses-by-place'],
      ],
    ],
    [
      'two entries of one kind for a whole region',
      [
        ['entries/2020/10/2020-10-03-losses-by-place.md', 'kind: humanitarian', 'kind: casualties'],
        ['entries/2020/10/2020-10-03-losses-by-place.md', 'places: [river-town]', 'places: [valley]'],
      ],
    ],
    [
      "an agency's text in a paper of another class",
      [
        ['sources/letter.md', 'class: newspaper', 'class: agency'],
        ['sources/letter.md', 'issued:', 'agency: The Wire\nissued:'],
      ],
    ],
  ])('%s', async (_what, changes) => {
    const found = await review(...changes);
    expect(found.filter((line) => !line.endsWith('untidy-form'))).toEqual([]);
  });
});

describe('what is found is shown where it stands', () => {
  test.each<[string, readonly Change[], string]>([
    [
      'the second time in a summary',
      [[losses, 'eight of its soldiers had been killed since', 'eight "liberated" soldiers had been liberated since']],
      `${losses}:5:78 loaded-word`,
    ],
    [
      'in the text, after a citation',
      [[losses, 'A letter names two of them.[', 'A letter[@letter] names two liberators of them.[']],
      `${losses}:25:29 loaded-word`,
    ],
    [
      'in a heading',
      [[losses, '## What the letter says', '## What the liberators say']],
      `${losses}:23:13 loaded-word`,
    ],
    [
      'in the second paragraph',
      [[losses, 'The ministry gave the number', 'The liberating ministry gave the number']],
      `${losses}:27:5 loaded-word`,
    ],
  ])('%s', async (_what, changes, expected) => {
    expect(await review(...changes)).toContain(expected);
  });
});

describe('the finder of words', () => {
  const word = (forms: string[], except: string[] = []) => ({
    id: 'a',
    kind: 'judgement' as const,
    forms,
    except,
    instead: ['b'],
    reason: 'c',
  });
  test.each([
    ['whole words only', ['hero'], [], 'A heroine and a hero.', ['hero']],
    ['any ending', ['liberat*'], [], 'Liberated by liberators.', ['Liberated', 'liberators']],
    ['several words, also across lines', ['ethnic cleansing'], [], 'of ethnic\ncleansing', ['ethnic\ncleansing']],
    ['with letters of any script around it', ['regime'], [], 'əregime regimeə regime', ['regime']],
    ['not in an exception', ['regime'], ['visa regime'], 'the visa regime and the regime', ['regime']],
  ])('%s', (_what, forms, except, text, expected) => {
    const find = createWordFinder([word(forms as string[], except as string[])], []);
    expect(find(text as string).map((found) => found.text)).toEqual(expected);
  });
});
