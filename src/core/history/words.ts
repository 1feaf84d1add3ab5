const lengthLimit = 140;
const contextWords = 3;

/** Returns a value as a list: nothing is an empty one, a single value a list of one. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Returns a value as keys with values; anything else has none. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Returns a value as text. */
export function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
}

/** Tells whether two values say the same; a single value is the same as a list of one. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(asList(a)) === canonical(asList(b));
}

// The order of keys says nothing.
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Returns a text between quotation marks, cut where it is long. */
export function quote(text: string, limit: number = lengthLimit): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return `“${line.length > limit ? `${line.slice(0, limit - 1).trimEnd()}…` : line}”`;
}

/** Returns a sentence with its full stop, unless a quotation at its end has one. */
export function endSentence(text: string): string {
  return /[.!?…]”$/.test(text) ? text : `${text}.`;
}

/** Returns two texts between quotation marks, long ones without most of what they share at their start and end. */
export function quoteBoth(before: string, after: string): [string, string] {
  if (Math.max(before.length, after.length) <= lengthLimit) return [quote(before), quote(after)];
  const [old, now] = [before.split(/\s+/), after.split(/\s+/)];
  const shortest = Math.min(old.length, now.length);
  let start = 0;
  while (start < shortest && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shortest - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const part = (words: readonly string[]) => {
    const from = Math.max(0, start - contextWords);
    const to = Math.min(words.length, words.length - end + contextWords);
    return quote(`${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`);
  };
  return [part(old), part(now)];
}

/** Returns what was added to a list and what was taken out: `Sources added: A, B.` */
export function describeList(
  label: string,
  before: readonly unknown[],
  after: readonly unknown[],
  describe: (item: unknown) => string,
): string[] {
  const { added, removed } = compareLists(before, after);
  if (added.length + removed.length === 0) return [`${label} put in another order.`];
  return [
    ...(added.length > 0 ? [endSentence(`${label} added: ${added.map(describe).join(', ')}`)] : []),
    ...(removed.length > 0 ? [endSentence(`${label} removed: ${removed.map(describe).join(', ')}`)] : []),
  ];
}

/** Returns the items that only the one and only the other list holds. */
export function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
): { added: readonly unknown[]; removed: readonly unknown[] } {
  const old = new Set(before.map(canonical));
  const now = new Set(after.map(canonical));
  return {
    added: after.filter((item) => !old.has(canonical(item))),
    removed: before.filter((item) => !now.has(canonical(item))),
  };
}
