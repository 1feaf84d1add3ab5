import anyAscii from 'any-ascii';
import { formatDay, listDays } from '../dates.ts';
import { actorKindLabels, placeKindLabels } from '../labels.ts';
import { foldName } from '../names.ts';
import type { Actor, Place } from '../model.ts';
import type { ViewContext } from '../views/context.ts';

/** One thing that the search box can jump to: address, display name, what it is, and every folded form of its names. */
export type NameRow = readonly [href: string, name: string, what: string, forms: readonly string[]];

/** Returns all names of actors, places and the days of the focus period, folded and romanised, for Fuse.js. */
export function nameRows({ chronicle, urls }: ViewContext): NameRow[] {
  const { from, to } = chronicle.config.focus;
  return [
    ...[...chronicle.places.values()].map((place): NameRow => [
      urls.record('places', place.id),
      place.name,
      placeKindLabels[place.kind],
      nameForms(place),
    ]),
    ...[...chronicle.actors.values()].map((actor): NameRow => [
      urls.record('actors', actor.id),
      actor.name,
      actorKindLabels[actor.kind],
      nameForms(actor),
    ]),
    ...listDays(from, to).map((day): NameRow => [
      urls.day(day),
      formatDay(day),
      'Day',
      [foldName(formatDay(day)), day.replaceAll('-', ' ')],
    ]),
  ];
}

/** Returns the folded forms of all names of a record: in their own script, and romanised. */
export function nameForms(record: Actor | Place): string[] {
  const texts = [...record.names.map((name) => name.text), ...record.also];
  return [...new Set(texts.flatMap((text) => [foldName(text), foldName(anyAscii(text))]))].filter(Boolean);
}
