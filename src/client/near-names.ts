import Fuse, { type FuseOptionKeyObject } from 'fuse.js/basic';
import type { NameRow } from '../core/name-rows.ts';

/** One form of a record's name; a person is also looked for by surname. */
interface NameForm {
  readonly row: NameRow;
  readonly name: string;
  readonly surname: string;
  /** The letters of the name, as `lettersOf` has them. */
  readonly letters: number;
}

type Key = FuseOptionKeyObject<NameForm>;

/** A shorter word is near to anything. */
const shortest = 4;
/** From how many letters on the beginning of a name may have a wrong one. */
const shortestBeginning = 6;
/** How much of a text may differ from a name that is merely like it. */
const likeness = 0.4;

// Names are folded when the site is built, further than by `ignoreDiacritics`, which knows nothing of ə.
const common = { isCaseSensitive: true, ignoreLocation: true, ignoreFieldNorm: true, includeScore: true } as const;

/** Finds names that have not the very letters of a text, by Fuse.js. Texts and forms are folded. */
export class NearNames {
  readonly #forms: readonly NameForm[];
  readonly #rowsOf = new Map<string, NameRow[]>();

  constructor(rows: readonly NameRow[]) {
    this.#forms = rows.flatMap((row) =>
      row.forms.map((name) => ({ row, name, surname: surnameOf(row, name), letters: lettersOf(name) })),
    );
    for (const { row, name, surname } of this.#forms) {
      for (const text of new Set([name, surname])) this.#rowsOf.set(text, [...(this.#rowsOf.get(text) ?? []), row]);
    }
  }

  /** Returns the names that a text is but for a letter wrong, missing, added or swapped with its neighbour, or two in a long one; the nearest first. */
  find(text: string): NameRow[] {
    if (text.length < shortest) return [];
    const edits = text.length < 8 ? 1 : 2;
    const isAsLong = (name: string) => Math.abs(name.length - text.length) <= edits;
    const asLong = this.#withLetters(text, edits).filter(({ name, surname }) => isAsLong(name) || isAsLong(surname));
    // A swap is two edits to Fuse.js, too many for a short name.
    const swapped = swapLetters(text).flatMap((other) => this.#rowsOf.get(other) ?? []);
    const pick = (name: string) => (isAsLong(name) ? whole(name) : '');
    const keys: Key[] = [
      // Of two that are as near, the whole name is meant rather than a surname.
      { name: 'name', weight: 10, getFn: ({ name }) => pick(name) },
      { name: 'surname', weight: 9, getFn: ({ surname }) => pick(surname) },
    ];
    return unique([...swapped, ...search(asLong, whole(text), edits, keys)]);
  }

  /** Returns the names in which a word begins with a text but for a letter. */
  findBeginnings(text: string): NameRow[] {
    if (text.length < shortestBeginning) return [];
    const longer = this.#withLetters(text, 1).filter(({ name }) => name.length > text.length);
    return unique(search(longer, ` ${text}`, 1, [{ name: 'name', getFn: ({ name }) => whole(name) }]));
  }

  /** Returns the names most like a text that is near to none, the most alike first. */
  findSimilar(text: string, limit: number): NameRow[] {
    if (text.length < shortest) return [];
    const forms = this.#withLetters(text, Math.floor(likeness * text.length));
    const fuse = new Fuse(forms, { ...common, keys: ['name'], threshold: likeness });
    return unique(fuse.search(text).map(({ item }) => item.row)).slice(0, limit);
  }

  // An edit gives a text at most one letter that the name has not; nearly all names are ruled out by that.
  #withLetters(text: string, edits: number): NameForm[] {
    const wanted = lettersOf(text);
    return this.#forms.filter(({ letters }) => countBits(wanted & ~letters) <= edits);
  }
}

// A bit for each letter; some letters share one.
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

function surnameOf(row: NameRow, name: string): string {
  return row.what === 'Person' ? name.slice(name.lastIndexOf(' ') + 1) : '';
}

// Spaces at both ends make a first or last letter too many count.
function whole(name: string): string {
  return ` ${name} `;
}

function search(forms: readonly NameForm[], text: string, edits: number, keys: Key[]): NameRow[] {
  return new Fuse(forms, { ...common, keys, threshold: edits / text.length, shouldSort: false })
    .search(text)
    .sort((a, b) => (a.score ?? 1) - (b.score ?? 1) || b.item.row.entries - a.item.row.entries)
    .map(({ item }) => item.row);
}

function swapLetters(text: string): string[] {
  return Array.from(
    { length: text.length - 1 },
    (_, at) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
  );
}

function unique(rows: readonly NameRow[]): NameRow[] {
  return [...new Set(rows)];
}
