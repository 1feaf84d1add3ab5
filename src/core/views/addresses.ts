import { countActorPages } from './actor.ts';
import { listMonths, listYears } from './calendar.ts';
import { listAsOfDays } from './as-of-page.ts';
import { countChangesPages, listChangesDayPages } from './changes.ts';
import { listClaimPages } from './claims-page.ts';
import type { ViewContext } from './context.ts';
import { listDayPages } from './day.ts';
import { countIndexPages } from './lists.ts';
import { countPlacePages } from './place.ts';
import { countSourcePages } from './source.ts';

/** Returns the address of every page with content, in a fixed order, for the sitemap and for tests. */
export function listAddresses(context: ViewContext): string[] {
  const { chronicle, urls } = context;
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const indexes = (['actors', 'places', 'sources'] as const).flatMap((kind) =>
    numbers(countIndexPages(context, kind)).map((page) => urls.list(kind, page)),
  );
  return [
    urls.home,
    ...[...listYears(context).keys()].map((year) => urls.year(year)),
    ...listMonths(context).map((month) => urls.month(month.slice(0, 4), month.slice(5))),
    ...listDayPages(context).map((day) => urls.day(day)),
    ...[...chronicle.entries.values()].map((entry) => urls.entry(entry)),
    ...indexes,
    ...[...chronicle.actors.keys()].flatMap((id) =>
      numbers(countActorPages(context, id)).map((page) => urls.record('actors', id, page)),
    ),
    ...[...chronicle.places.keys()].flatMap((id) =>
      numbers(countPlacePages(context, id)).map((page) => urls.record('places', id, page)),
    ),
    ...[...chronicle.sources.keys()].flatMap((id) =>
      numbers(countSourcePages(context, id)).map((page) => urls.record('sources', id, page)),
    ),
    ...listClaimPages(context).map(({ group, page }) => urls.claims(group.id, page)),
    ...listAsOfDays(context).map((day) => urls.asOf(day)),
    urls.page('figures'),
    urls.page('map'),
    urls.page('timeline'),
    urls.page('about/design'),
    urls.data(),
    urls.page('gaps'),
    urls.page('corrections'),
    ...numbers(countChangesPages(context)).map((page) => urls.changes(undefined, page)),
    ...listChangesDayPages(context).map(({ day, page }) => urls.changes(day, page)),
    urls.rules,
    urls.codebook,
    urls.names,
    urls.search,
    urls.newRecord,
    ...[...chronicle.pages.keys()].map((id) => urls.page(id)),
  ];
}
