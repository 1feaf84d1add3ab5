import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCount, parseCount } from '../../src/core/counts.ts';
import { dateFacets, rangeFacets } from '../../src/core/date-facets.ts';
import { describePrecision, formatDate, parseDate, requireDate } from '../../src/core/dates.ts';
import { fuzz } from '../support/fuzz.ts';

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Returns the first and last day of a part of a date by the calendar's own rules, or nothing for no date. */
function modelPart(text: string): [string, string] | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?$/.exec(text);
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  const number = Number(year);
  if (number < 1 || number > 2999) return undefined;
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  const isLeap = (number % 4 === 0 && number % 100 !== 0) || number % 400 === 0;
  const length = month === '02' && isLeap ? 29 : lengths[Number(month) - 1];
  if (length === undefined) return undefined;
  if (day === undefined) return [`${year}-${month}-01`, `${year}-${month}-${length}`];
  return Number(day) >= 1 && Number(day) <= length ? [`${year}-${month}-${day}`, `${year}-${month}-${day}`] : undefined;
}

function modelDate(text: string): { start: string; end: string } | undefined {
  const parts = text.split('/');
  const [first, last] = [modelPart(parts[0] ?? ''), modelPart(parts.at(-1) ?? '')];
  if (parts.length > 2 || !first || !last || first[0] > last[1]) return undefined;
  // An interval starts before its end does; `2020/2020` is none.
  return first[0] >= last[0] && parts.length === 2 ? undefined : { start: first[0], end: last[1] };
}

const digits = (max: number, length: number) => fc.nat(max).map((value) => String(value).padStart(length, '0'));
const year = fc.oneof(digits(9999, 4), digits(120, 4), fc.constantFrom('1988', '1994', '2020', '2000', '1900', '0000'));
const part = fc
  .tuple(year, fc.option(digits(13, 2)), fc.option(digits(32, 2)), fc.constantFrom('', '', '?', '~', '%'))
  .map(([y, m, d, mark]) => [y, ...(m === null ? [] : d === null ? [m] : [m, d])].join('-') + mark);
const dateText = fc.oneof(
  part,
  fc.tuple(part, part).map((parts) => parts.join('/')),
  fc.string({ unit: fc.constantFrom(...'0123456789-/~?%XTZ.Y '), maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);

test('dates: parsed as the calendar has them, and written in words', async () => {
  await fuzz('dates', dateText, (text) => {
    const date = parseDate(text);
    const model = modelDate(text);
    expect(date && { start: date.start, end: date.end }).toEqual(model);
    if (!date) return;
    expect(formatDate(date)).not.toMatch(/undefined|NaN|Invalid/);
    expect(describePrecision(date)).toBeTypeOf('string');
    expect(dateFacets(date).length).toBeGreaterThan(0);
  });
});

const near = fc.nat(1500).map((count) => new Date(Date.UTC(2019, 0, 1 + count)).toISOString().slice(0, 10));
const day = fc.oneof(
  near,
  near,
  part.filter((text) => /^\d{4}-\d\d-\d\d$/.test(text) && modelPart(text) !== undefined),
);

test('date ranges: a search finds what overlaps it, and of what is known to the day nothing else', async () => {
  const cases = fc.record({ from: day, to: day, date: fc.oneof(dateText, near) });
  await fuzz('ranges', cases, ({ from, to, date: text }) => {
    const range = new Set(rangeFacets(from, to));
    expect(range.size > 0).toBe(from <= to);
    const date = parseDate(text);
    if (!date) return;
    const overlaps = from <= to && date.start <= to && date.end >= from;
    const facets = dateFacets(date);
    const isFound = facets.some((facet) => range.has(facet));
    const isCoarse = facets.some((facet) => facet.startsWith('p'));
    if (overlaps || !isCoarse) expect(isFound).toBe(overlaps);
  });
});

test('date ranges: no day is covered twice, none is left out', async () => {
  await fuzz('cover', fc.record({ from: near, to: near }), ({ from, to }) => {
    const facets = rangeFacets(from, to).filter((facet) => !facet.startsWith('p'));
    const days = facets.flatMap((facet) => {
      const { start, end } = requireDate(facet.slice(1));
      const count = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
      return Array.from({ length: count }, (_, index) => Date.parse(start) + index * 86_400_000);
    });
    const expected = Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1);
    expect(days).toHaveLength(expected);
    expect(new Set(days).size).toBe(expected);
  });
});

const number = fc.oneof(fc.nat(100_000).map(String), fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String));
const countText = fc.oneof(
  number,
  fc
    .tuple(fc.constantFrom('', '~', '<', '>', '+', '-', ' '), number, fc.constantFrom('', '+', '-', '–', '%'))
    .map((all) => all.join('')),
  fc.tuple(number, number).map((both) => both.join('-')),
  fc.string({ unit: fc.constantFrom(...'0123456789+-~<>.,e '), maxLength: 10 }),
);

test('counts: bounds hold the number that was stated, and words keep it', async () => {
  await fuzz('counts', countText, (text) => {
    const count = parseCount(text);
    const numbers = text.match(/\d+/g) ?? [];
    const isCount =
      (/^(?:\d+\+?|[~<>]\d+)$/.test(text) ||
        (/^\d+-\d+$/.test(text) && BigInt(numbers[0] ?? 0) < BigInt(numbers[1] ?? 0))) &&
      numbers.every((item) => BigInt(item) <= BigInt(Number.MAX_SAFE_INTEGER));
    expect(count !== undefined).toBe(isCount);
    if (!count) return;
    expect(count.text).toBe(text);
    const bounds = [count.low, count.high].filter((bound) => bound !== undefined);
    expect(new Set(bounds.map(BigInt))).toEqual(new Set(numbers.map(BigInt)));
    expect(formatCount(count).replaceAll(',', '').match(/\d+/g)?.map(BigInt)).toEqual(numbers.map(BigInt));
  });
});
