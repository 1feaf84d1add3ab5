import { dataFiles } from '../../src/core/outputs/data/data-files.ts';
import { noRecordDates } from '../../src/core/record-dates.ts';
import { siteFiles } from '../../src/core/outputs/site-files.ts';
import { actorView, countActorPages } from '../../src/core/views/actor.ts';
import { asOfView, listAsOfDays } from '../../src/core/views/as-of-page.ts';
import { listMonths, listYears, monthView, yearView } from '../../src/core/views/calendar.ts';
import { changesDayView, changesView, countChangesPages, listChangesDayPages } from '../../src/core/views/changes.ts';
import { claimsPageView, listClaimPages } from '../../src/core/views/claims-page.ts';
import { requireRecord, type ViewContext } from '../../src/core/views/context.ts';
import { correctionsView } from '../../src/core/views/corrections.ts';
import { dayView, listDayPages } from '../../src/core/views/day.ts';
import { designView } from '../../src/core/views/design.ts';
import { entryView, tombstoneView } from '../../src/core/views/entry.ts';
import { figuresPageView } from '../../src/core/views/figures-page.ts';
import { formView } from '../../src/core/views/form.ts';
import { gapsView } from '../../src/core/views/gaps.ts';
import { homeView } from '../../src/core/views/home.ts';
import { actorsView, countIndexPages, placesView, sourcesView } from '../../src/core/views/lists.ts';
import { namesView } from '../../src/core/views/names.ts';
import { pageView, searchView } from '../../src/core/views/page.ts';
import { countPlacePages, placeView } from '../../src/core/views/place.ts';
import { countSourcePages, sourcePageView } from '../../src/core/views/source.ts';
import { timelineView } from '../../src/core/views/timeline.ts';

/** Makes one page's view, or a file beside it. */
export type ViewMaker = (context: ViewContext) => unknown;

const wholes = {
  corrections: correctionsView,
  design: designView,
  figures: figuresPageView,
  form: formView,
  gaps: gapsView,
  home: homeView,
  names: namesView,
  search: searchView,
  timeline: timelineView,
} satisfies Record<string, ViewMaker>;

const indexes = { actors: actorsView, places: placesView, sources: sourcesView } as const;

/** Returns what makes each page of a chronicle, by a name that says all that it is made from beside the chronicle. */
export function* allViews(context: ViewContext): Generator<[name: string, make: ViewMaker]> {
  yield* Object.entries(wholes);
  const { entries, withdrawn, actors, places, sources, pages } = context.chronicle;
  const ids = [...entries.keys()];
  for (const [index, id] of ids.entries()) {
    const [previous, next] = [ids[index - 1], ids[index + 1]];
    yield [
      `entry ${previous} ${id} ${next}`,
      (at) => entryView(at, requireRecord(at.chronicle.entries, id), previous, next),
    ];
  }
  const days = listDayPages(context);
  for (const [index, day] of days.entries()) {
    const [previous, next] = [days[index - 1], days[index + 1]];
    yield [`day ${previous} ${day} ${next}`, (at) => dayView(at, day, previous, next)];
  }
  for (const id of withdrawn.keys())
    yield [`withdrawn ${id}`, (at) => tombstoneView(at, requireRecord(at.chronicle.withdrawn, id))];
  for (const id of pages.keys()) yield [`page ${id}`, (at) => pageView(at, requireRecord(at.chronicle.pages, id))];
  for (const year of listYears(context).keys()) yield [`year ${year}`, (at) => yearView(at, year)];
  for (const month of listMonths(context)) yield [`month ${month}`, (at) => monthView(at, month)];
  for (const day of listAsOfDays(context)) yield [`as of ${day}`, (at) => asOfView(at, day)];
  for (const { group, page } of listClaimPages(context))
    yield [`claims ${group.id} ${page}`, (at) => claimsPageView(at, group.id, page)];
  for (const page of numbers(countChangesPages(context))) yield [`changes ${page}`, (at) => changesView(at, page)];
  for (const { day, page } of listChangesDayPages(context))
    yield [`changes ${day} ${page}`, (at) => changesDayView(at, day, page)];
  for (const kind of ['actors', 'places', 'sources'] as const) {
    for (const page of numbers(countIndexPages(context, kind)))
      yield [`${kind} ${page}`, (at) => indexes[kind](at, page)];
  }
  for (const id of actors.keys()) {
    for (const page of numbers(countActorPages(context, id)))
      yield [`actor ${id} ${page}`, (at) => actorView(at, requireRecord(at.chronicle.actors, id), page)];
  }
  for (const id of places.keys()) {
    for (const page of numbers(countPlacePages(context, id)))
      yield [`place ${id} ${page}`, (at) => placeView(at, requireRecord(at.chronicle.places, id), page)];
  }
  for (const id of sources.keys()) {
    for (const page of numbers(countSourcePages(context, id)))
      yield [`source ${id} ${page}`, (at) => sourcePageView(at, requireRecord(at.chronicle.sources, id), page)];
  }
  for (const file of [...siteFiles(context, noRecordDates), ...dataFiles(context)]) {
    if (file.key !== undefined) yield [`file ${file.path} ${file.key}`, () => [...file.chunks()].join('')];
  }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
