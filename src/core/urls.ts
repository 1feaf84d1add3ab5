import { dateSegments } from './dates.ts';
import type { Chronicle, Entry } from './model.ts';

/** The only place that knows addresses. All are absolute paths under the base path, ending in a slash. */
export interface Urls {
  readonly base: string;
  readonly home: string;
  readonly search: string;
  readonly names: string;
  /** The form for a new record. */
  readonly newRecord: string;
  year(year: string): string;
  month(year: string, month: string): string;
  day(day: string): string;
  entry(entry: Entry): string;
  /** The index of a kind of record, or one of its further pages. */
  list(kind: RecordKind, page?: number): string;
  record(kind: RecordKind, id: string, page?: number): string;
  page(id: string): string;
  /** The ledger of all claims, or of one group of them, or one of its further pages. */
  claims(group: string, page?: number): string;
  /** What could be read on a day. */
  asOf(day: string): string;
  /** A file at the site's root, such as `feed.xml`. */
  file(path: string): string;
  /** The address of a claim or figure: `entry-id#claim-id`. */
  statement(key: string): string;
  /** The address of the record kept in a content file; `undefined` where it has no page. */
  contentFile(path: string, fragment?: string): string | undefined;
  /** The full address of a path, as the site is known to the world. */
  absolute(path: string): string;
}

/** Records that have an index and pages of their own. */
export type RecordKind = 'actors' | 'places' | 'sources';

/** Returns the addresses of a chronicle under a base path such as `/` or `/repo/`. */
export function createUrls(chronicle: Chronicle, base: string): Urls {
  const path = (...segments: readonly string[]) => base + segments.map((segment) => `${segment}/`).join('');
  const paged = (page: number | undefined) => (page === undefined || page === 1 ? [] : [String(page)]);
  const findEntry = (id: string) => chronicle.entries.get(id) ?? chronicle.withdrawn.get(id);
  const entryPath = (entry: Entry) => path(...dateSegments(entry.date), entry.slug);
  const urls: Urls = {
    base,
    home: base,
    search: path('search'),
    names: path('names'),
    newRecord: path('contribute', 'new'),
    year: (year) => path(year),
    month: (year, month) => path(year, month),
    day: (day) => path(...day.split('-')),
    entry: entryPath,
    list: (kind, page) => path(kind, ...paged(page)),
    record: (kind, id, page) => path(kind, id, ...paged(page)),
    claims: (group, page) => path('claims', ...(group === '' ? [] : [group]), ...paged(page)),
    asOf: (day) => path('as-of', day),
    page: (id) => path(id === 'names' ? 'names-policy' : id),
    file: (file) => base + file,
    statement: (key) => {
      const [id = '', fragment = ''] = key.split('#');
      const entry = findEntry(id);
      return entry ? `${entryPath(entry)}#${fragment}` : '#';
    },
    contentFile: (file, fragment = '') => {
      const [folder = '', ...rest] = file.split('/');
      const id = rest.at(-1)?.replace(/\.md$/, '') ?? '';
      const entry = folder === 'entries' ? findEntry(id) : undefined;
      const target =
        folder === 'actors' || folder === 'places' || folder === 'sources'
          ? urls.record(folder, id)
          : folder === 'pages'
            ? urls.page(id)
            : entry && entryPath(entry);
      return target && `${target}${fragment && `#${fragment}`}`;
    },
    absolute: (target) => new URL(target, chronicle.config.site).href,
  };
  return urls;
}
