import { dateSegments } from './dates.ts';
import { remember } from './memo.ts';
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
  /** The rules of the check, each with its fragment, and what may stand in each kind of file. */
  readonly rules: string;
  readonly codebook: string;
  /** The JSON Schema of a kind of content file. */
  schema(kind: string): string;
  /** What could be read on a day. */
  asOf(day: string): string;
  /** The address of an entry by its id, which stays whatever becomes of its date and words. */
  entryId(id: string): string;
  /** The page of the open data, or one of its files. */
  data(file?: string): string;
  /** A page's file for machines: `index.json`, or the feed of what it lists. */
  beside(page: string, file: 'index.json' | FeedFile): string;
  /** The address of the feeds of something that has no page of its own. */
  feeds(name: string): string;
  /** What changed in the content, on all days or on one, or one of its further pages. */
  changes(day?: string, page?: number): string;
  /** A file at the site's root, such as `feed.xml`. */
  file(path: string): string;
  /** The address of a claim or figure: `entry-id#claim-id`. */
  statement(key: string): string;
  /** The address of the record kept in a content file; `undefined` where it has no page. */
  contentFile(path: string, fragment?: string): string | undefined;
  /** The full address of a path, as the site is known to the world. */
  absolute(path: string): string;
}

/** The names of the feeds: RSS, Atom, JSON Feed. */
export type FeedFile = 'feed.xml' | 'atom.xml' | 'feed.json';

/** Records that have an index and pages of their own. */
export type RecordKind = 'actors' | 'places' | 'sources';

/** Returns the addresses of a chronicle under a base path such as `/` or `/repo/`. */
export function createUrls(chronicle: Chronicle, base: string): Urls {
  const path = (...segments: readonly string[]) => `${base}${segments.join('/')}/`;
  const paged = (page: number | undefined) => (page === undefined || page === 1 ? [] : [String(page)]);
  const findEntry = (id: string) => chronicle.entries.get(id) ?? chronicle.withdrawn.get(id);
  const entryPath = remember((entry: Entry) => path(...dateSegments(entry.date), entry.slug));
  const root = new URL(base, chronicle.config.site).href;
  const urls: Urls = {
    base,
    home: base,
    search: path('search'),
    names: path('names'),
    rules: path('contribute', 'rules'),
    codebook: path('contribute', 'codebook'),
    schema: (kind) => `${base}schemas/${kind}.json`,
    newRecord: path('contribute', 'new'),
    year: (year) => path(year),
    month: (year, month) => path(year, month),
    day: (day) => path(...day.split('-')),
    entry: entryPath,
    list: (kind, page) => path(kind, ...paged(page)),
    record: (kind, id, page) => path(kind, id, ...paged(page)),
    claims: (group, page) => path('claims', ...(group === '' ? [] : [group]), ...paged(page)),
    asOf: (day) => path('as-of', day),
    entryId: (id) => path('id', id),
    changes: (day, page) => path('changes', ...(day === undefined ? [] : [day]), ...paged(page)),
    page: (id) => path(id === 'names' ? 'names-policy' : id),
    data: (file = '') => path('data') + file,
    beside: (page, file) => page + file,
    feeds: (name) => path('feeds', name),
    file: (file) => base + file,
    statement: (key) => {
      const end = key.indexOf('#');
      const entry = findEntry(key.slice(0, end));
      return entry ? `${entryPath(entry)}${key.slice(end)}` : '#';
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
    absolute: (target) => root + target.slice(base.length),
  };
  return urls;
}
