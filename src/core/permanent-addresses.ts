import type { Chronicle } from './model.ts';
import { createUrls } from './urls.ts';
import { listAsOfDays } from './views/as-of-page.ts';
import { listMonths, listYears } from './views/calendar.ts';
import { listClaimGroups } from './views/claims-page.ts';
import { listDayPages } from './views/day.ts';
import { listRedirects } from './views/page.ts';

/** Returns every address that stays, from the site's root: pages, and redirects to them. */
export function listPermanentAddresses(chronicle: Chronicle): Set<string> {
  const context = { chronicle, urls: createUrls(chronicle, '/') };
  return listPermanentPages(chronicle).union(new Set([...listRedirects(context).keys()].map((path) => `/${path}/`)));
}

/**
 * Returns the addresses of pages that stay: those of records, days and the chronicle itself, and what withdrawn entries
 * leave. Further pages of a list come and go with its rows and are not among them.
 */
export function listPermanentPages(chronicle: Chronicle): Set<string> {
  const urls = createUrls(chronicle, '/');
  const context = { chronicle, urls };
  const kinds = ['actors', 'places', 'sources'] as const;
  return new Set([
    urls.home,
    ...[...listYears(context).keys()].map((year) => urls.year(year)),
    ...listMonths(context).map((month) => urls.month(month.slice(0, 4), month.slice(5))),
    ...listDayPages(context).map((day) => urls.day(day)),
    ...listAsOfDays(context).map((day) => urls.asOf(day)),
    ...[...chronicle.entries.values(), ...chronicle.withdrawn.values()].map((entry) => urls.entry(entry)),
    ...kinds.flatMap((kind) => [urls.list(kind), ...[...chronicle[kind].keys()].map((id) => urls.record(kind, id))]),
    ...listClaimGroups(context).map((group) => urls.claims(group.id)),
    ...['figures', 'gaps', 'corrections', 'changes'].map((id) => urls.page(id)),
    urls.names,
    urls.search,
    ...[...chronicle.pages.keys()].map((id) => urls.page(id)),
  ]);
}
