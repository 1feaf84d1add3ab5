import type { Chronicle } from '../model.ts';
import { foldName } from '../names.ts';
import { matchWords } from '../word-match.ts';
import type { NamedRecord, NameIndex } from './name-index.ts';
import { splitWords, type Word } from './words.ts';

/** A place in a text that names a record. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The actor and the place that it may mean; a country is both. */
  readonly actor: string | undefined;
  readonly place: string | undefined;
  /** Other records of the same name. */
  readonly others: readonly string[];
}

const areaWord = /^(?:region|district|province)s?$/;
const bodyWords = new Set([
  'ministry',
  'forces',
  'troops',
  'soldiers',
  'army',
  'military',
  'authorities',
  'officials',
  'government',
  'parliament',
  'ombudsman',
  'prosecutors',
  'office',
]);
const spanLimit = 5;
const bodyScore = 0.6;

/** Finds names of actors and places in texts, the longest name first. */
export class MentionFinder {
  readonly #chronicle: Chronicle;
  readonly #index: NameIndex;
  /** Surnames of persons who were named in full before. */
  readonly #surnames = new Map<string, string>();

  constructor(chronicle: Chronicle, index: NameIndex) {
    this.#chronicle = chronicle;
    this.#index = index;
  }

  /** Returns the mentions of a text in order. Texts of one article are to be given in order: surnames follow full names. */
  find(text: string): Mention[] {
    const words = splitWords(text);
    const mentions: Mention[] = [];
    for (let at = 0; at < words.length;) {
      const found = this.#matchAt(text, words, at);
      if (found) mentions.push(found.mention);
      at = found?.next ?? at + 1;
    }
    return mentions;
  }

  #matchAt(text: string, words: readonly Word[], at: number): { mention: Mention; next: number } | undefined {
    const first = words[at];
    if (!first || !startsName(first.text)) return undefined;
    for (let length = Math.min(this.#index.longest, words.length - at); length > 0; length -= 1) {
      const span = words.slice(at, at + length);
      const records = this.#lookUp(span);
      if (records.length === 0) continue;
      // `Azerbaijani Ministry of …` is more than `Azerbaijani`, even if no record has it for a name.
      const body = this.#matchBody(text, words, at, length);
      if (body) return body;
      const mention = this.#toMention(text, span, this.#widen(text, words, at + length, records));
      return {
        mention: { ...mention, others: [...mention.others, ...this.#otherBodies(span, mention)] },
        next: at + length,
      };
    }
    // Of `the Mill and Reed districts` one may be known as a district alone.
    const areas = this.#widen(text, words, at + 1, []);
    if (areas.length > 0) return { mention: this.#toMention(text, [first], areas), next: at + 1 };
    const surname = this.#surnames.get(first.folded);
    if (surname !== undefined) {
      const named = { folder: 'actors', id: surname, entries: 0, isAcronym: false } as const;
      return { mention: this.#toMention(text, [first], [named]), next: at + 1 };
    }
    return this.#matchBody(text, words, at, 0);
  }

  #lookUp(span: readonly Word[]): readonly NamedRecord[] {
    const records = this.#index.names.get(span.map((word) => word.folded).join('')) ?? [];
    const isCapitals = span.every((word) => word.text === word.text.toUpperCase());
    return records.filter((record) => !record.isAcronym || isCapitals);
  }

  // In `the Terter, Goranboy and Barda regions` each name means the region.
  #widen(text: string, words: readonly Word[], next: number, records: readonly NamedRecord[]): readonly NamedRecord[] {
    const name = words[next - 1];
    let end = next;
    while (isListed(text, words, end)) end += 1;
    if (!name || !areaWord.test(words[end]?.folded ?? '')) return records;
    const areas = ['district', 'region', 'province'].flatMap((area) => this.#index.names.get(name.folded + area) ?? []);
    return areas.length > 0 ? areas : records;
  }

  // `Armenian officials`, `Turkey's Foreign Ministry`: a country and what speaks for it, under no name that a record has.
  #matchBody(text: string, words: readonly Word[], at: number, known: number) {
    for (let length = spanLimit; length > Math.max(known, 1); length -= 1) {
      const span = words.slice(at, at + length);
      const last = span.at(-1);
      if (
        span.length < length ||
        !last ||
        !bodyWords.has(last.folded) ||
        /[,;:.!?]/.test(text.slice(span[0]?.end, last.start))
      )
        continue;
      const id = this.#findBody(span.map((word) => word.folded).join(' '));
      if (id === undefined) continue;
      const named = { folder: 'actors', id, entries: 0, isAcronym: false } as const;
      return { mention: this.#toMention(text, span, [named]), next: at + length };
    }
    return undefined;
  }

  // A record named `Armenian forces` is not the only one that is meant by these words.
  #otherBodies(span: readonly Word[], mention: Mention): string[] {
    if (span.length < 2 || !bodyWords.has(span.at(-1)?.folded ?? '')) return [];
    const id = this.#findBody(span.map((word) => word.folded).join(' '), mention.actor);
    return id === undefined ? [] : [id];
  }

  #findBody(words: string, except?: string): string | undefined {
    const query = words.replace(/\b(?:troops|soldiers)$/, 'armed forces');
    let best: { id: string; score: number } | undefined;
    for (const actor of this.#chronicle.actors.values()) {
      if (actor.kind === 'person' || actor.id === except) continue;
      for (const name of [...actor.names.map((item) => item.text), ...actor.also]) {
        const score = matchWords(query, foldName(name));
        if (score >= bodyScore && score > (best?.score ?? 0)) best = { id: actor.id, score };
      }
    }
    return best?.id;
  }

  #toMention(text: string, span: readonly Word[], records: readonly NamedRecord[]): Mention {
    const start = span[0]?.start ?? 0;
    const end = span.at(-1)?.end ?? start;
    const actor = records.find((record) => record.folder === 'actors')?.id;
    const place = records.find((record) => record.folder === 'places')?.id;
    if (actor !== undefined && span.length > 1 && this.#chronicle.actors.get(actor)?.kind === 'person')
      this.#surnames.set(span.at(-1)?.folded ?? '', actor);
    const others = records.filter((record) => record.id !== actor && record.id !== place).map((record) => record.id);
    return { start, end, text: text.slice(start, end), actor, place, others: [...new Set(others)] };
  }
}

// In another script than these a name is known by its index alone.
function startsName(text: string): boolean {
  const [letter = ''] = text;
  return letter !== letter.toLowerCase() || letter === letter.toUpperCase();
}

function isListed(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before || areaWord.test(word.folded)) return false;
  const gap = text.slice(before.end, word.start);
  if (word.folded === 'and') return true;
  return startsName(word.text) && (/^,\s*$/.test(gap) || before.folded === 'and');
}
