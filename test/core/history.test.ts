import { describe, expect, test } from 'vitest';
import { describeChange } from '../../src/core/history/describe-change.ts';
import { LogReader } from '../../src/core/history/git-log.ts';
import { readBoth } from '../../src/core/history/record-text.ts';

const nameOf = (folder: string, id: string) => `${folder}:${id}`;

function change(before: string, after: string, bodies: readonly [string, string] = ['Text.', 'Text.']): string[] {
  const file = (yaml: string, body: string) => `---\n${yaml}\n---\n${body}\n`;
  const both = readBoth('entries/2020/2020-x.md', file(before, bodies[0]), file(after, bodies[1]));
  if (!both) throw new Error(`Not readable: ${before} or ${after}`);
  return describeChange(...both, nameOf);
}

describe('what changed, in plain words', () => {
  test.each([
    ['title: A', 'title: B', ['Title changed from “A” to “B”.']],
    ['date: 2020-10-29', 'date: 2020-10~', ['Date changed from 29 October 2020 to about October 2020.']],
    ['kind: strike', 'kind: fighting', ['Kind changed from Strike to Fighting.']],
    ['title: A', 'title: A\ntime: noon', ['Time added: “noon”.']],
    ['time: noon', 'title: A', ['Title added: “A”.', 'Time removed: “noon”.']],
    ['sources: [a, b]', 'sources: [b, c]', ['Sources added: sources:c.', 'Sources removed: sources:a.']],
    ['sources: [a, b]', 'sources: [b, a]', ['Sources put in another order.']],
    ['agency: X', 'agency: [X]', []],
    [
      'places: [a]',
      'places: [{place: a, precision: area}, b]',
      ['Places added: places:a, places:b.', 'Places removed: places:a.'],
    ],
    ['status: draft', 'status: withdrawn', ['Withdrawn.']],
    [
      'title: A',
      'title: A\ncorrections: [{on: 2026-01-01, note: The day was wrong.}]',
      ['Correction: The day was wrong.'],
    ],
    ['names: [{text: A, lang: en}]', 'names: [{text: A, lang: en}, {text: Ա, lang: hy}]', ['Names added: “Ա”.']],
    ['coordinates: {at: [1, 2]}', 'coordinates: {at: [1, 3]}', ['Coordinates changed.']],
    ['related: []', 'related: [{follows: x}]', ['Related entries added: “entries:x”.']],
    ['a: {b: 1, c: 2}', 'a: {c: 2, b: 1}', []],
  ])('%s -> %s', (before, after, sentences) => {
    expect(change(before, after)).toEqual(sentences);
  });

  test('long texts are told without what they share', () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
    const other = words.with(30, 'changed');
    expect(change(`summary: ${words.join(' ')}`, `summary: ${other.join(' ')}`)).toEqual([
      'Summary changed from “… word27 word28 word29 word30 word31 word32 word33 …” to “… word27 word28 word29 changed word31 word32 word33 …”',
    ]);
  });

  test('keys of several lines are told apart where they start; what cannot be read is not guessed at', () => {
    const before = 'title: A\nsummary: >-\n  One\n\n  two\nsources:\n- a\n- b\nplaces: [\n  x\n]';
    expect(change(before, before.replace('- b', '- c'))).toEqual([
      'Sources added: sources:c.',
      'Sources removed: sources:b.',
    ]);
    expect(change(before, before.replace('two', 'three'))).toEqual(['Summary changed from “One two” to “One three”.']);
    expect(change(before, before.replace('  x\n', '  x, y\n'))).toEqual(['Places added: places:y.']);
    expect(readBoth('a.md', '---\ntitle: A\n---\n', '---\ntitle: [\n---\n')).toBeUndefined();
    expect(readBoth('a.md', 'No frontmatter', '---\ntitle: A\n---\n')).toBeUndefined();
  });

  test.each([
    [['a b c', 'a b c d'], ['Text edited: 1 word added.']],
    [['a b c', 'b d e'], ['Text edited: 2 words added, 2 words removed.']],
    [['a b c', 'c b a'], ['Words of the text put in another order.']],
    [['a b\nc', 'a b c'], []],
  ] as const)('a text %j', (bodies, sentences) => {
    expect(change('title: A', 'title: A', bodies)).toEqual(sentences);
  });

  const claim = (more: string) => `claims: [{id: c, by: x, says: It fell., sources: [a]${more}}]`;

  test.each([
    ['claims: []', claim(''), ['Claim added, by actors:x: “It fell.”']],
    [claim(''), 'claims: []', ['Claim removed, by actors:x: “It fell.”']],
    [claim(''), claim(', denies: d'), ['Claim by actors:x, “It fell.”: now denies d.']],
    [
      claim(', on: 2020-10-01'),
      claim(''),
      ['Claim by actors:x, “It fell.”: said on the day of the entry, before 1 October 2020.'],
    ],
    [
      claim(''),
      claim('').replace('by: x', 'by: [x, y]'),
      ['Claim by actors:x, actors:y, “It fell.”: made by actors:x before.'],
    ],
    [claim(''), claim('').replace('[a]', '[a, b]'), ['Claim by actors:x, “It fell.”: source added: sources:b.']],
  ])('claims: %s -> %s', (before, after, sentences) => {
    expect(change(before, after)).toEqual(sentences);
  });

  const figure = (count: string, who = 'civilians') =>
    `figures: [{id: f, by: x, count: ${count}, of: killed, who: ${who}, side: s, sources: [a]}]`;

  test.each([
    ['figures: []', figure('3'), ['Figure added. Civilians killed: 3, by actors:x.']],
    [figure('3'), figure('4+'), ['Figure by actors:x, civilians killed: 3 became 4+.']],
    [
      figure('3'),
      figure('3', 'military'),
      ['Figure by actors:x, soldiers killed: counted as civilians killed before.'],
    ],
    [figure('3', 'townsfolk'), 'figures: []', ['Figure removed. townsfolk killed: 3, by actors:x.']],
  ])('figures: %s -> %s', (before, after, sentences) => {
    expect(change(before, after)).toEqual(sentences);
  });
});

describe('the lines of git log', () => {
  const blob = (digit: string) => digit.repeat(40);
  const read = (lines: readonly string[]) => {
    const reader = new LogReader();
    for (const line of lines) reader.read(line);
    return reader;
  };

  test('become the changes of each record, newest first; what is no record is passed over', () => {
    const { changes, cutOff } = read([
      '\u0001bbbb 1767268800 HEAD -> refs/heads/main',
      '',
      `:100644 100644 ${blob('1')} ${blob('2')} M\tplaces/valley.md`,
      `:100644 000000 ${blob('3')} ${blob('0')} D\tplaces/old/hill.md`,
      `:000000 100644 ${blob('0')} ${blob('4')} A\tlink-status.json`,
      '\u0001aaaa 1767182400 ',
      `:000000 100644 ${blob('0')} ${blob('1')} A\tplaces/valley.md`,
    ]);
    expect(cutOff).toBeUndefined();
    expect([...changes.keys()]).toEqual(['places/valley']);
    expect(
      changes.get('places/valley')?.map(({ commit, before, after }) => [commit.day, before?.[0], after?.[0]]),
    ).toEqual([
      ['2026-01-01', '1', '2'],
      ['2025-12-31', undefined, '1'],
    ]);
  });

  test('of a shallow copy end where it is cut off', () => {
    const { changes, cutOff } = read([
      '\u0001aaaa 1767182400 grafted, HEAD -> refs/heads/main',
      `:000000 100644 ${blob('0')} ${blob('1')} A\tplaces/valley.md`,
    ]);
    expect(cutOff).toBe('2025-12-31');
    expect(changes.size).toBe(0);
  });
});
