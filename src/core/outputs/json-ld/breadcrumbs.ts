import { formatDay, formatMonthName } from '../../days.ts';
import type { ViewContext } from '../../views/context.ts';
import type { Node } from './references.ts';

/** The lists of records and claims, by the first part of their addresses. */
export const listSegments: Readonly<Record<string, string>> = {
  actors: 'Actors',
  places: 'Places',
  sources: 'Sources',
  claims: 'Claims',
};

/** Returns the way to a page: the years, months and days, or the list, that it stands in. */
export function breadcrumbs(context: ViewContext, page: { path: string; title: string }): Node | undefined {
  const { chronicle, urls } = context;
  if (page.path === urls.home) return undefined;
  const crumbs = [
    { name: chronicle.config.title, path: urls.home },
    ...parents(context, page.path),
    { name: page.title, path: page.path },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: { '@id': urls.absolute(path) },
    })),
  };
}

// The pages above one: years, months and days, or the list that a record stands in.
function parents(context: ViewContext, path: string): { name: string; path: string }[] {
  const { urls } = context;
  const [first = '', month = '', day = '', ...rest] = segmentsOf(context, path);
  if (first in listSegments)
    return month === '' ? [] : [{ name: listSegments[first] ?? '', path: `${urls.base}${first}/` }];
  if (!/^\d{4}$/.test(first) || month === '') return [];
  const crumbs = [{ name: first, path: urls.year(first) }];
  if (!/^\d{2}$/.test(month) || day === '') return crumbs;
  crumbs.push({ name: formatMonthName(month), path: urls.month(first, month) });
  if (!/^\d{2}$/.test(day) || rest.length === 0) return crumbs;
  crumbs.push({ name: formatDay(`${first}-${month}-${day}`), path: urls.day(`${first}-${month}-${day}`) });
  return crumbs;
}

/** Returns the parts of an address under the base path: `['2020', '10']`. */
export function segmentsOf({ urls }: ViewContext, path: string): string[] {
  return path.slice(urls.base.length).split('/').filter(Boolean);
}
