import { distance } from 'fastest-levenshtein';
import type { ContentMessage } from '../messages.ts';
import { createMessage } from '../messages.ts';
import { foldName } from '../names.ts';
import { ownWords } from './prose.ts';
import type { ReviewInput, SoundRecord } from './reviewer.ts';

// Shorter words are near too many others.
const shortest = 6;
const capitalised = /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}'’-]{5,}(?![\p{L}\p{N}])/gu;

/** Reports names of places in our own words that no record has, and names that one side alone uses. */
export function reviewNames(input: ReviewInput): ContentMessage[] {
  const known = knownWords(input);
  const sided = sidedNames(input);
  return [...input.entries.values()].flatMap((record) => {
    const near = placeWords(input, record);
    return ownWords(record).flatMap((run) => [
      ...[...run.text.matchAll(capitalised)].flatMap((match) => {
        const nearest = findMisnamed(match[0], near, known);
        if (nearest === undefined) return [];
        const parts = {
          what: 'name',
          actual: match[0],
          expected: `a name of the place's record, or the spelling added to the record`,
          candidates: [nearest],
        };
        return [createMessage(record.path, 'unlisted-name', run.locate(match.index, match[0]), parts)];
      }),
      ...(sided ? [...run.text.matchAll(sided.pattern)] : []).flatMap((match) => {
        const { name, side } = sided?.owners.get(foldName(match[0])) ?? { name: '', side: '' };
        // Both names side by side tell readers that they are one place.
        if (run.text.includes(name)) return [];
        return createMessage(record.path, 'one-side-name', run.locate(match.index, match[0]), {
          what: `name that the side \`${side}\` uses`,
          actual: match[0],
          expected: `the display name \`${name}\`, or quotation marks where the name is the point`,
        });
      }),
    ]);
  });
}

// Every word of every name, so that a person called like a town misspelt is no false alarm.
function knownWords({ actors, places, sources }: ReviewInput): ReadonlySet<string> {
  const texts = [
    ...[...actors.values(), ...places.values()].flatMap(({ data }) => [
      ...data.names.map((name) => name.text),
      ...data.also,
    ]),
    ...[...sources.values()].flatMap(({ data }) => [data.publisher, ...data.agency, ...data.author]),
  ];
  return new Set(texts.flatMap((text) => foldName(text).split(' ')));
}

function placeWords({ places }: ReviewInput, record: SoundRecord<'entries'>): Map<string, string> {
  const words = new Map<string, string>();
  for (const { place } of record.data.places) {
    for (const { text } of places.get(place)?.data.names.filter((name) => name.lang === 'en') ?? []) {
      for (const word of text.split(/[\s-]+/)) if (word.length >= shortest) words.set(foldName(word), word);
    }
  }
  return words;
}

function findMisnamed(word: string, near: ReadonlyMap<string, string>, known: ReadonlySet<string>): string | undefined {
  const folded = foldName(word.replace(/['’]s$/, ''));
  if (folded.split(' ').some((part) => known.has(part)) || known.has(folded.replaceAll(' ', ''))) return undefined;
  const limit = folded.length >= 9 ? 2 : 1;
  for (const [name, text] of near) {
    // `Tartar` and `Tartars`, `Armenia` and `Armenian` are forms of one word.
    if (folded.startsWith(name) || name.startsWith(folded)) continue;
    if (folded[0] === name[0] && distance(folded, name) <= limit) return text;
  }
  return undefined;
}

function sidedNames({ places }: ReviewInput) {
  const owners = new Map<string, { name: string; side: string }>();
  const texts: string[] = [];
  const general = new Set<string>();
  for (const { data } of places.values()) {
    for (const name of data.names) {
      if (name['used-by'].length !== 1) general.add(foldName(name.text.replace(/ (?:district|region|province)$/i, '')));
    }
  }
  for (const { data } of places.values()) {
    const display = data.names.find((name) => name.lang === 'en')?.text ?? '';
    for (const name of data.names) {
      const [side = '', ...others] = name['used-by'];
      if (side === '' || others.length > 0 || name.text === display || general.has(foldName(name.text))) continue;
      owners.set(foldName(name.text), { name: display, side });
      texts.push(name.text);
    }
  }
  if (texts.length === 0) return undefined;
  const alternatives = texts
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return { owners, pattern };
}
