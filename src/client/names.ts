import Fuse from 'fuse.js/basic';
import { expandNames, type NameFile, type NameRow } from '../core/name-rows.ts';
import { foldName } from '../core/names.ts';
import { countEdits } from './edits.ts';
import { matchWords } from '../core/word-match.ts';

/** A name that matches what was typed. */
export interface NameHit {
  readonly href: string;
  readonly name: string;
  readonly what: string;
}

/** How many records one spelling may stand for before it is a word rather than a name. */
const shareLimit = 6;
/** An office is a weaker name for a person than a body's own name for the body. */
const officeWeight = 0.7;
const nearLimit = 60;
const shortest = 4;

/** Finds names, forgiving a typo; rows are those that `names.json` stands for. */
export class NameFinder {
  readonly #rows: readonly NameRow[];
  readonly #fuse: Fuse<NameRow>;

  constructor(rows: readonly NameRow[]) {
    // Where two records share a name, the one that more entries name comes first.
    this.#rows = rows.toSorted((a, b) => b.entries - a.entries);
    this.#fuse = new Fuse(this.#rows, {
      keys: [{ name: 'forms', getFn: (row) => [...row.forms] }],
      threshold: 0.4,
      ignoreLocation: true,
      minMatchCharLength: 2,
      includeScore: true,
    });
  }

  /** Returns the very name first, then names that start so, names with a word that starts so, names of all these words; near ones if there are none. */
  find(text: string, limit = 6): NameHit[] {
    const query = foldName(text);
    if (query.length < 2) return [];
    const certain = [
      ...this.#having((form) => form === query),
      ...this.#having((form) => form.startsWith(query)),
      ...this.#having((form) => form.includes(` ${query}`)),
      ...this.#byWords(query),
    ];
    const rows = certain.length > 0 ? certain : this.#near(query);
    return [...new Set(rows)].slice(0, limit).map(toHit);
  }

  /** Returns the records that go by this very name in any spelling, by their surname, or by these words in another order. */
  findExact(text: string): NameHit[] {
    const query = foldName(text);
    if (query.length < 2) return [];
    const exact = this.#having((form) => form === query);
    const named = exact.length > 0 ? exact : this.#bySurname(query);
    const rows = named.length > 0 ? named : this.#byWords(query).slice(0, 1);
    return rows.length > shareLimit ? [] : rows.map(toHit);
  }

  /** Returns the name nearest to one that no record has. */
  findNear(text: string): NameHit | undefined {
    const [best] = this.#near(foldName(text));
    return best && toHit(best);
  }

  // A letter wrong, missing, doubled or swapped; two in a long word; in a short one none, for anything is near to that.
  #near(query: string): NameRow[] {
    if (query.length < shortest) return [];
    const allowed = query.length < 8 ? 1 : 2;
    return this.#fuse
      .search(query, { limit: nearLimit })
      .map(({ item }) => ({ row: item, edits: Math.min(...nearForms(item).map((form) => countEdits(query, form))) }))
      .filter(({ row, edits }) => edits <= allowed && row.what !== 'Day')
      .sort((a, b) => a.edits - b.edits || b.row.entries - a.row.entries)
      .map(({ row }) => row);
  }

  #having(test: (form: string) => boolean): NameRow[] {
    return this.#rows.filter((row) => row.forms.some(test));
  }

  #bySurname(query: string): NameRow[] {
    return this.#rows.filter((row) => row.what === 'Person' && foldName(row.name).endsWith(` ${query}`));
  }

  // Names that have all the words, the fewer others the better; one word alone is no name.
  #byWords(query: string): NameRow[] {
    if (!query.includes(' ')) return [];
    return this.#rows
      .map((row) => ({
        row,
        score: Math.max(
          ...row.forms.map((form) => matchWords(query, form)),
          ...row.offices.map((office) => officeWeight * matchWords(query, office)),
        ),
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ row }) => row);
  }
}

// A person is also looked for by surname.
function nearForms(row: NameRow): readonly string[] {
  return row.what === 'Person'
    ? [...row.forms, ...row.forms.map((form) => form.slice(form.lastIndexOf(' ') + 1))]
    : row.forms;
}

function toHit({ href, name, what }: NameRow): NameHit {
  return { href, name, what };
}

let loading: Promise<NameFinder> | undefined;

/** Loads the names once. */
export function loadNames(url: string): Promise<NameFinder> {
  loading ??= fetchNames(url);
  return loading;
}

async function fetchNames(url: string): Promise<NameFinder> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new NameFinder(expandNames((await response.json()) as NameFile));
}
