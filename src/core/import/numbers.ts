import type { DateCandidate } from './dates.ts';

/** A number in a sentence, in the count notation of figures. */
export interface NumberCandidate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `1119`, `~5000`, `30-40`. */
  readonly count: string;
}

const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const teens = ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const wordValues = new Map<string, number>([
  ...[...small, ...teens].map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);
const unit = [...wordValues.keys()].sort((a, b) => b.length - a.length).join('|');
const numeral = String.raw`\d{1,3}(?:[,\s]\d{3})+|\d+(?:\.\d+)?`;
const multiplier = String.raw`(?:\s(hundred|thousand|million))?`;
const numberPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}.:/-])(${numeral}|(?:${unit})(?:-(?:${unit}))?)${multiplier}(?![\p{L}\p{N}:/]|\.\d|-(?!\p{L}{4}))`,
  'giu',
);
const multipliers: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1_000_000 };
const bounds: readonly [RegExp, (count: number) => string][] = [
  [/\b(?:at least|no fewer than|no less than|a minimum of)\s+$/i, (count) => `${count}+`],
  [/\b(?:more than|over|exceed(?:s|ed|ing)?|upwards of|above)\s+$/i, (count) => `>${count}`],
  [/\b(?:fewer than|less than|under|below)\s+$/i, (count) => `<${count}`],
  [
    /\b(?:about|around|approximately|some|roughly|nearly|almost|near|nearing|approaching|close to|up to|an estimated|estimated)\s+$/i,
    (count) => `~${count}`,
  ],
];
const pronounOne = /^one$/i;
// `one civilian` is a number, `one of them` is none.
const countedOne =
  /^\s(?:\w+\s)?(?:civilian|soldier|service(?:man|woman)|person|child|journalist|peacekeeper|helicopter|drone|tank|(?:war)?plane|aircraft)\b/;

/** Finds the numbers of a sentence that are no part of a date, a time, a name such as `Su-25`, or an ordinal. */
export function findNumbers(text: string, dates: readonly DateCandidate[]): NumberCandidate[] {
  const plain = Array.from(text.matchAll(numberPattern)).flatMap((match) => {
    const [written = '', number = '', times = ''] = match;
    const value = readValue(number) * (multipliers[times.toLowerCase()] ?? 1);
    const start = match.index;
    const end = start + written.length;
    const isDated = dates.some((date) => start < date.end && end > date.start);
    const isYear = /^(?:19|20)\d{2}$/.test(number) && times === '';
    const isPercent = /^\s?(?:%|percent|per cent)/.test(text.slice(end));
    if (
      isDated ||
      isYear ||
      isPercent ||
      !Number.isSafeInteger(value) ||
      (pronounOne.test(written) && !countedOne.test(text.slice(end)))
    )
      return [];
    return [{ start, end, text: written, value }];
  });
  return joinRanges(text, plain).map(({ value, to, ...place }) => ({
    ...place,
    count: to === undefined ? bound(text, place.start, value) : `${value}-${to}`,
  }));
}

/** Words for numbers that nobody counted: `hundreds`, `dozens`. */
export function findVagueNumbers(text: string): string[] {
  return Array.from(
    text.matchAll(
      /\b(?:dozens|scores|hundreds|(?:tens of |hundreds of )?thousands)\b(?= (?:and|of|or|people|civilians|troops|soldiers))/gi,
    ),
    (match) => match[0],
  );
}

interface Plain {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number;
  readonly to?: number;
}

// `30 to 40`, `between 30 and 40`, `30-40` are one count.
function joinRanges(text: string, numbers: readonly Plain[]): Plain[] {
  const joined: Plain[] = [];
  for (const number of numbers) {
    const last = joined.at(-1);
    const gap = last ? text.slice(last.end, number.start) : '';
    const isRange =
      last &&
      (/^\s*(?:to|–|-)\s*$/.test(gap) || (/^\s+and\s+$/.test(gap) && /\bbetween\s+$/i.test(text.slice(0, last.start))));
    if (last && isRange && number.value > last.value)
      joined[joined.length - 1] = {
        ...last,
        end: number.end,
        text: text.slice(last.start, number.end),
        to: number.value,
      };
    else joined.push(number);
  }
  return joined;
}

function bound(text: string, start: number, value: number): string {
  const lead = text.slice(0, start);
  return bounds.find(([pattern]) => pattern.test(lead))?.[1](value) ?? String(value);
}

function readValue(text: string): number {
  const digits = text.replaceAll(/[,\s]/g, '');
  if (/^\d/.test(digits)) return Number(digits);
  return text
    .toLowerCase()
    .split('-')
    .reduce((sum, word) => sum + (wordValues.get(word) ?? 0), 0);
}
