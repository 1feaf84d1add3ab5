/** How a count bounds the true number. */
export type CountBound = 'exact' | 'at-least' | 'about' | 'range' | 'less-than' | 'more-than';

/** A number as it was stated; `low` and `high` are inclusive bounds where stated. */
export interface Count {
  readonly text: string;
  readonly bound: CountBound;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

const notations: readonly [RegExp, CountBound][] = [
  [/^(\d+)$/, 'exact'],
  [/^(\d+)\+$/, 'at-least'],
  [/^~(\d+)$/, 'about'],
  [/^(\d+)-(\d+)$/, 'range'],
  [/^<(\d+)$/, 'less-than'],
  [/^>(\d+)$/, 'more-than'],
];

/**
 * Returns the count that a notation stands for, or `undefined` for anything else.
 *
 * @example parseCount('1000+') // { bound: 'at-least', low: 1000, high: undefined, text: '1000+' }
 */
export function parseCount(text: string): Count | undefined {
  for (const [pattern, bound] of notations) {
    const match = pattern.exec(text);
    if (!match) continue;
    const first = Number(match[1]);
    const second = match[2] === undefined ? undefined : Number(match[2]);
    if (!Number.isSafeInteger(first) || (second !== undefined && (!Number.isSafeInteger(second) || second <= first)))
      return undefined;
    return { text, bound, ...limits(bound, first, second) };
  }
  return undefined;
}

/** Returns a count in words: `1,119`, `at least 1,000`, `about 5,000`, `30 to 40`. */
export function formatCount(count: Count): string {
  const low = group(count.low);
  const high = group(count.high);
  switch (count.bound) {
    case 'exact':
      return low;
    case 'at-least':
      return `at least ${low}`;
    case 'about':
      return `about ${low}`;
    case 'range':
      return `${low} to ${high}`;
    case 'less-than':
      return `fewer than ${high}`;
    case 'more-than':
      return `more than ${low}`;
  }
}

// For the two strict bounds the number itself is kept; it is outside the bound.
function limits(bound: CountBound, first: number, second: number | undefined): Pick<Count, 'low' | 'high'> {
  switch (bound) {
    case 'exact':
    case 'about':
      return { low: first, high: first };
    case 'range':
      return { low: first, high: second };
    case 'less-than':
      return { low: undefined, high: first };
    case 'at-least':
    case 'more-than':
      return { low: first, high: undefined };
  }
}

function group(value: number | undefined): string {
  return value === undefined ? '' : value.toLocaleString('en-GB');
}
