import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { padDate } from '../../src/core/dates.ts';
import { splitFrontmatter } from '../../src/core/frontmatter.ts';
import { tidyFile } from '../../src/core/tidy.ts';

const tidy = (text: string, path = 'entries/2020/10/2020-10-02-shelling.md') =>
  tidyFile({ path, bytes: new TextEncoder().encode(text) });

const entry = (frontmatter: string, body = 'Text.\n') => `---\n${frontmatter}\n---\n${body}`;

describe('a file in tidy form', () => {
  test.each([
    ['keys go in the order of the schema', 'date: 2020-10-02\ntitle: A', 'title: A\ndate: 2020-10-02'],
    [
      'in lists and in short forms too',
      'claims:\n  - says: >-\n      Long\n      text.\n    id: a\n    by: b\nplaces: [{precision: area, place: p}]',
      'places: [{place: p, precision: area}]\nclaims:\n  - id: a\n    by: b\n    says: >-\n      Long\n      text.',
    ],
    [
      'comments go with their key',
      '# on the date\ndate: 2020-10-02 # as stated\n\n# on the title\ntitle: A\n# at the end',
      '# on the title\ntitle: A\n\n# on the date\ndate: 2020-10-02 # as stated\n# at the end',
    ],
    ['needless quotes go', 'title: "A title"\ntime: \'morning\'', 'title: A title\ntime: morning'],
    ['spaces at the ends of lines go', 'title: A  \ndate: 2020-10-02\t', 'title: A\ndate: 2020-10-02'],
    ['dates get their zeros', 'date: 2020-9-7/2020-10-1~', 'date: 2020-09-07/2020-10-01~'],
  ])('%s', (_what, wrong, right) => {
    expect(tidy(entry(wrong))).toBe(entry(right));
    expect(tidy(entry(right))).toBeUndefined();
  });

  test.each([
    ['quotes that tell text from a number or a list', 'title: "12"\ntime: "yes"\nsummary: "a, b"\nreason: "a: b"'],
    ['text like a date elsewhere', 'title: 2020-9-7'],
    ['what is no date', 'date: 2020-13-7'],
    ['spaces within a block of text', 'summary: |\n  a  \n  b'],
    ['unknown keys', 'summary: a\nunknown: b\ntitle: c'],
    ['what does not parse', 'title: "a\ndate: b'],
  ])('stays as it is: %s', (_what, frontmatter) => {
    expect(tidy(entry(frontmatter))).toBeUndefined();
  });

  test('two spaces before a further line are a line break and stay, others go', () => {
    expect(tidy(entry('title: A', 'one  \ntwo \n\nthree  \n\n```\ncode  \n```\n'))).toBe(
      entry('title: A', 'one  \ntwo\n\nthree\n\n```\ncode  \n```\n'),
    );
  });

  test('ends of line stay what they are; two kinds in one file are left alone', () => {
    expect(tidy('---\r\ndate: 2020-10-02\r\ntitle: A\r\n---\r\nText.\r\n')).toBe(
      '---\r\ntitle: A\r\ndate: 2020-10-02\r\n---\r\nText.\r\n',
    );
    expect(tidy('---\r\ndate: 2020-10-02\ntitle: A\n---\n')).toBeUndefined();
  });

  test('chronicle.yml and words.yml are tidied, files of no kind are not', () => {
    expect(tidy('tagline: b\ntitle: a\n', 'chronicle.yml')).toBe('title: a\ntagline: b\n');
    expect(tidy('tagline: b\ntitle: a\n', 'notes.yml')).toBeUndefined();
  });
});

// Entries as careless hands might write them: any order of keys, quotes, comments, spaces, one-digit months.
const word = fc.constantFrom(
  'town',
  'a: b',
  '12',
  'yes',
  "it's",
  'ə-name',
  '# no comment',
  'a, b',
  '"quoted"',
  '-',
  ' x',
);
const quoted = fc.oneof(
  word.map((text) => JSON.stringify(text)),
  word.map((text) => `'${text.replaceAll("'", "''")}'`),
);
const block = fc.tuple(
  fc.constantFrom('|', '>-', '|+', '>'),
  fc.array(fc.constantFrom('a  ', '# b', 'c: d', 'e'), { minLength: 1 }),
);
const date = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), fc.constantFrom('', '~', '?'))
  .map(([month, day, sign]) => `2020-${month}-${day}${sign}`);
const comment = fc.constantFrom('', ' # beside', '   ');
const above = fc.constantFrom('', '# above\n', '\n');
const field = (indent: string) =>
  fc
    .tuple(
      fc.oneof(
        quoted,
        date,
        fc.constant('plain text'),
        block.map(([style, lines]) => `${style}\n${lines.map((line) => `${indent}  ${line}`).join('\n')}`),
      ),
      comment,
    )
    .map(([value, end]) => (value.includes('\n') ? value : value + end));
const claim = fc
  .tuple(
    fc.shuffledSubarray(['id', 'by', 'says', 'on', 'about', 'denies'], { minLength: 1 }),
    fc.array(field('    '), { minLength: 6, maxLength: 6 }),
  )
  .map(([keys, values]) => `  - ${keys.map((key, index) => `${key}: ${values[index]}`).join('\n    ')}`);
const frontmatter = fc
  .tuple(
    fc.shuffledSubarray(['title', 'date', 'time', 'summary', 'reason', 'status', 'claims', 'actors'], { minLength: 1 }),
    fc.array(fc.tuple(above, field('')), { minLength: 8, maxLength: 8 }),
    fc.array(claim, { minLength: 1, maxLength: 3 }),
  )
  .map(([keys, fields, claims]) =>
    keys
      .map((key, index) => {
        const [before, value] = fields[index] ?? ['', ''];
        if (key === 'claims') return `${before}claims:\n${claims.join('\n')}`;
        return `${before}${key}: ${key === 'actors' ? '[b, {of: c, title: d}]' : value}`;
      })
      .join('\n'),
  );

function padAll(value: unknown): unknown {
  if (typeof value === 'string') return padDate(value);
  if (Array.isArray(value)) return value.map(padAll);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]): [string, unknown] => [key, padAll(item)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const countComments = (text: string) => (text.match(/# (?:above|beside)/g) ?? []).length;

test('whatever is written, data, comments and text stay the same, and the second time changes nothing', () => {
  let changed = 0;
  fc.assert(
    fc.property(frontmatter, (yaml) => {
      const before = entry(yaml);
      const after = tidy(before);
      if (after === undefined) return;
      changed += 1;
      const data = (text: string) => parse(text.split('\n---\n')[0]?.slice(4) ?? '') as unknown;
      expect(padAll(data(after))).toEqual(padAll(data(before)));
      expect(countComments(after)).toBe(countComments(before));
      expect(splitFrontmatter('', after).body.trim()).toBe('Text.');
      expect(tidy(after)).toBeUndefined();
    }),
    { numRuns: 150, seed: 7 },
  );
  expect(changed).toBeGreaterThan(100);
});
