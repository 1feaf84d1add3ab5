import type { CitedItem } from './reference.ts';

/** Writes the reference to an item. */
export type ReferenceWriter = (item: CitedItem) => string;

/** Cases a text as a title. */
export type TitleCase = (text: string) => string;

/** What a style wrote of a form: its own words, and the marks that an item's values take the places of. */
type Piece = string | { readonly mark: string; readonly isTitled: boolean };

const yearMark = 7777;
const dayMark = 8888;
const urlMark = 'https://zqurl.invalid/zqurl';
// A mark for text is two words, which a style shows to be cased as a title, or left alone.
const anyMark = /(https:\/\/zqurl\.invalid\/zqurl|zq\w+ zqx\w+|Zq\w+ Zqx\w+|7777|8888)/;
const markLike = /zq|7777|8888/i;
const textFields = ['title', 'container-title', 'publisher', 'version'] as const;
// Styles treat quotation marks, apostrophes and marks at the end in ways of their own, so such values are never put in.
const plainText = /^(?!.* [:;])[\p{L}\p{N}][\p{L}\p{N} ,;:()-]*[\p{L}\p{N})]$/u;
const plainUrl = /^https:\/\/[\w./~%-]+[\w/]$/;

/**
 * Returns a writer that asks another one once for all items of one form, and puts each item's own words into what it wrote:
 * a style takes half a millisecond, and writes items that differ in nothing but plain words and days alike. `currentCase`
 * returns how the style cases a title in the language of the item that it wrote last.
 */
export function createFormWriter(write: ReferenceWriter, currentCase: () => TitleCase): ReferenceWriter {
  const known = new Map<string, { readonly pieces: readonly Piece[]; readonly titleCase: TitleCase }>();
  return (item) => {
    if (markLike.test(JSON.stringify(item))) return write(item);
    const { form, values } = takeForm(item);
    const key = JSON.stringify(form);
    let found = known.get(key);
    if (!found) {
      const pieces = splitMarks(write(form));
      found = { pieces, titleCase: currentCase() };
      known.set(key, found);
    }
    const { pieces, titleCase } = found;
    return pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        const value = values.get(piece.mark) ?? '';
        return piece.isTitled ? titleCase(value) : value;
      })
      .join('');
  };
}

function takeForm(item: CitedItem): { readonly form: CitedItem; readonly values: ReadonlyMap<string, string> } {
  const values = new Map<string, string>();
  const take = (name: string, value: string) => {
    if (!plainText.test(value)) return value;
    const mark = `zq${name} zqx${name}`;
    values.set(mark, value);
    return mark;
  };
  // Neither style writes a note, and the id stands nowhere.
  const { note: _note, custom: _custom, ...written } = item;
  const form: Record<string, unknown> = { ...written, id: 'form' };
  for (const [index, field] of textFields.entries()) {
    const value = item[field];
    if (value !== undefined) form[field] = take('abcd'[index] ?? '', value);
  }
  if (item.author) form['author'] = item.author.map((one, index) => ({ literal: take(`e${index}e`, one.literal) }));
  if (item.URL !== undefined && plainUrl.test(item.URL)) {
    values.set(urlMark, item.URL);
    form['URL'] = urlMark;
  }
  const [only, ...others] = item.issued?.['date-parts'] ?? [];
  const [year, month, day] = only ?? [];
  if (item.issued && year !== undefined && year > 999 && others.length === 0) {
    values.set(String(yearMark), String(year));
    if (day !== undefined) values.set(String(dayMark), String(day));
    const parts = [yearMark, ...(month === undefined ? [] : [month]), ...(day === undefined ? [] : [dayMark])];
    form['issued'] = { ...item.issued, 'date-parts': [parts] };
  }
  return { form: form as unknown as CitedItem, values };
}

function splitMarks(text: string): Piece[] {
  return text
    .split(anyMark)
    .map((part, index) => (index % 2 === 0 ? part : { mark: part.toLowerCase(), isTitled: part.startsWith('Z') }));
}
