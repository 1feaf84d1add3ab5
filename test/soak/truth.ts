import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { dataFiles } from '../../src/core/outputs/data/data-files.ts';
import { recordDates } from '../../src/core/history/record-dates.ts';
import { nameFile } from '../../src/core/outputs/name-file.ts';
import { searchDocuments } from '../../src/core/outputs/search-documents.ts';
import { siteFiles } from '../../src/core/outputs/site-files.ts';
import { listAddresses } from '../../src/core/views/addresses.ts';
import type { ViewContext } from '../../src/core/views/context.ts';
import { listRedirects } from '../../src/core/views/page.ts';
import { ContentError, readWithHistory } from '../../src/site/chronicle.ts';
import type { Settings } from '../../src/site/settings.ts';

/** What the site should show of some content: its chronicle, or the report of its problems. */
export type Truth =
  { readonly context: ViewContext; readonly report?: never } | { readonly context?: never; readonly report: string };

/** Reads the content anew, with nothing kept of any earlier reading. */
export async function readTruth(settings: Settings): Promise<Truth> {
  try {
    return { context: await readWithHistory(settings, true) };
  } catch (error) {
    if (error instanceof ContentError) return { report: error.message };
    throw error;
  }
}

/** Returns all addresses that lead somewhere, those of what was withdrawn or has moved too. */
export function knownAddresses(context: ViewContext): Set<string> {
  const { chronicle, urls } = context;
  return new Set([
    ...listAddresses(context),
    ...[...chronicle.withdrawn.values()].map((entry) => urls.entry(entry)),
    ...[...listRedirects(context).keys()].map((path) => `${urls.base}${path}/`),
  ]);
}

/** Returns the heading of a record's page by its address, for every record of the chronicle. The first page stands for its settings. */
export function headings({ chronicle, urls }: ViewContext): Map<string, string> {
  const { entries, actors, places, sources, pages } = chronicle;
  return new Map([
    [urls.home, chronicle.config.title],
    ...[...pages.values()].map((page) => [urls.page(page.id), page.title] as const),
    ...[...entries.values()].map((entry) => [urls.entry(entry), entry.title] as const),
    ...[...actors.values()].map((actor) => [urls.record('actors', actor.id), actor.name] as const),
    ...[...places.values()].map((place) => [urls.record('places', place.id), place.name] as const),
    ...[...sources.values()].map((source) => [urls.record('sources', source.id), source.title] as const),
  ]);
}

/** Returns the whole text of every small file for machines, and of what stands for the index, by address. */
export function machineFiles(context: ViewContext): Map<string, () => string> {
  const files = new Map<string, () => string>();
  // What begins so is for the servers that a site is put on; pages at earlier addresses are pages to the dev server.
  const own = [...siteFiles(context, recordDates(context.history))].filter(
    (file) => !file.path.startsWith('_') && file.type !== 'text/html',
  );
  for (const file of [...own, ...dataFiles(context)])
    files.set(context.urls.file(file.path), () => [...file.chunks()].join(''));
  files.set(context.urls.file('names.json'), () => JSON.stringify(nameFile(context)));
  files.set(context.urls.file('pagefind/pagefind-entry.json'), () => String([...searchDocuments(context)].length));
  return files;
}

/** What a server answers: the status, and what can be compared of the text. */
export type Answer = readonly [status: number, text: string];

/** Asks for a page as a browser does; the text is its heading, or the title of the page of an error. */
export async function askPage(origin: string, address: string): Promise<Answer> {
  const response = await fetch(origin + address, { headers: { accept: 'text/html' }, redirect: 'manual' });
  const tree = fromHtml(await response.text());
  const heading = response.status === 500 ? select('title', tree) : select('h1', tree);
  return [response.status, heading ? textOf(heading).trim() : ''];
}

/** Asks for a file; the text is its own, the number of documents of the index, or the report of an error. */
export async function askFile(origin: string, address: string): Promise<Answer> {
  const response = await fetch(origin + address);
  const text = await response.text();
  if (response.status === 500) {
    const [, error = '{}'] = /const error = (\{.*\})/.exec(text) ?? [];
    return [500, (JSON.parse(error) as { message?: string }).message ?? text];
  }
  if (response.status !== 200 || !address.endsWith('pagefind-entry.json')) return [response.status, text];
  const { languages } = JSON.parse(text) as { languages: Record<string, { page_count: number }> };
  return [200, String(Object.values(languages).reduce((sum, { page_count: count }) => sum + count, 0))];
}
