import { nameForms } from '../outputs/name-file.ts';
import type { Actor, Chronicle, Place } from '../model.ts';
import { nameKey, splitWords } from './words.ts';

/** A record that a name stands for. */
export interface NamedRecord {
  readonly folder: 'actors' | 'places';
  readonly id: string;
  /** How many entries name it; where a name stands for several, the most named comes first. */
  readonly entries: number;
  /** The name is written in capitals alone, so that `US` is found and `us` is not. */
  readonly isAcronym: boolean;
}

/** All names of actors and places, by the key of the name. */
export interface NameIndex {
  readonly names: ReadonlyMap<string, readonly NamedRecord[]>;
  /** The greatest number of words of a name. */
  readonly longest: number;
}

/** Builds the index of every name of every actor and place. */
export function buildNameIndex(chronicle: Chronicle): NameIndex {
  const names = new Map<string, NamedRecord[]>();
  let longest = 1;
  const add = (folder: NamedRecord['folder'], record: Actor | Place) => {
    const entries = chronicle.backlinks[folder].get(record.id)?.entries.length ?? 0;
    const texts = [...record.names.map((name) => name.text), ...record.also];
    for (const text of [...texts, ...nameForms(record)]) {
      const key = nameKey(text);
      if (key.length < 2) continue;
      longest = Math.max(longest, splitWords(text).length);
      const records = names.get(key) ?? [];
      if (records.some((other) => other.folder === folder && other.id === record.id)) continue;
      records.push({ folder, id: record.id, entries, isAcronym: text === text.toUpperCase() && key.length <= 5 });
      names.set(
        key,
        records.sort((a, b) => b.entries - a.entries),
      );
    }
  };
  for (const actor of chronicle.actors.values()) add('actors', actor);
  for (const place of chronicle.places.values()) add('places', place);
  return { names, longest };
}

/** Returns the actor that a name stands for, such as the agency `AP`. */
export function findActor(index: NameIndex, name: string): string | undefined {
  return index.names.get(nameKey(name))?.find((record) => record.folder === 'actors')?.id;
}
