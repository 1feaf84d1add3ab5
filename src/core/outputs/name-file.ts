import anyAscii from 'any-ascii';
import { packDays } from '../day-counts.ts';
import { actorKindLabels, placeKindLabels } from '../labels.ts';
import { remember } from '../memo.ts';
import type { Actor, Place } from '../model.ts';
import type { NameFile } from '../name-rows.ts';
import { foldName, slugOf } from '../names.ts';
import type { ViewContext } from '../views/context.ts';
import { listDayPages } from '../views/day.ts';
import { matchWords } from '../word-match.ts';

/** Returns all names of actors and places, folded and romanised, and all days that have pages. */
export function nameFile(context: ViewContext): NameFile {
  const { chronicle, urls } = context;
  const { backlinks, config } = chronicle;
  const kinds = [...new Set([...Object.values(placeKindLabels), ...Object.values(actorKindLabels)])];
  const furtherForms = (record: Actor | Place) => pruneForms(foldName(record.name), nameForms(record)).join('|');
  // Most ids are the display name's own slug.
  const shortId = (record: Actor | Place) => (record.id === slugOf(record.name) ? '' : record.id);
  return {
    prefixes: [urls.list('places'), urls.list('actors'), urls.home],
    kinds,
    records: [
      ...[...chronicle.places.values()].map((place): NameFile['records'][number] => [
        0,
        shortId(place),
        place.name,
        kinds.indexOf(placeKindLabels[place.kind]),
        backlinks.places.get(place.id)?.entries.length ?? 0,
        furtherForms(place),
      ]),
      ...[...chronicle.actors.values()].map((actor): NameFile['records'][number] => {
        const row = [
          1,
          shortId(actor),
          actor.name,
          kinds.indexOf(actorKindLabels[actor.kind]),
          backlinks.actors.get(actor.id)?.entries.length ?? 0,
          furtherForms(actor),
        ] as const;
        return actor.roles.length > 0 ? [...row, officeForms(chronicle, actor).join('|')] : row;
      }),
    ],
    days: packDays(listDayPages(context).map((day) => [day, chronicle.days.get(day)?.length ?? 0])),
    focus: [config.focus.from, config.focus.to],
  };
}

// Forms of the same words in another order are found by their words.
function pruneForms(name: string, forms: readonly string[]): string[] {
  const kept = [name];
  for (const form of forms) if (form !== name && !kept.some((other) => matchWords(form, other) === 1)) kept.push(form);
  return kept.slice(1);
}

// "Turkish foreign minister" is how many look for a person.
function officeForms(chronicle: ViewContext['chronicle'], actor: Actor): string[] {
  return actor.roles.map((role) =>
    foldName([role.title, role.of && chronicle.actors.get(role.of)?.name].filter(Boolean).join(' ')),
  );
}

/** Returns the folded forms of all names of a record: in their own script, and romanised. */
export const nameForms = remember((record: Actor | Place): readonly string[] => {
  const texts = [...record.names.map((name) => name.text), ...record.also];
  return [...new Set(texts.flatMap((text) => [foldName(text), foldName(anyAscii(text)), ...looseForms(text)]))].filter(
    Boolean,
  );
});

// Readers without the letter ə type e or a for it.
function looseForms(text: string): string[] {
  return /ə/i.test(text) ? [foldName(text.replaceAll('ə', 'a').replaceAll('Ə', 'A'))] : [];
}
