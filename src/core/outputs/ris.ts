import type { CslItem } from './csl.ts';

// The types of reference in the RIS format; what has none is a generic one.
const types: Readonly<Partial<Record<CslItem['type'], string>>> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  broadcast: 'VIDEO',
  chapter: 'CHAP',
  dataset: 'DATA',
  'entry-encyclopedia': 'ENCYC',
  legal_case: 'CASE',
  legislation: 'STAT',
  map: 'MAP',
  post: 'ELEC',
  'post-weblog': 'BLOG',
  report: 'RPRT',
  webpage: 'ELEC',
};

/** Returns sources as a RIS file in UTF-8, each value on one line. */
export function formatRis(items: readonly CslItem[]): string {
  return items.map(formatItem).join('\r\n');
}

function formatItem(item: CslItem): string {
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const date = [year, month, day].map((part) => (part === undefined ? '' : String(part).padStart(2, '0'))).join('/');
  const rows: [string, string | undefined][] = [
    ['TY', types[item.type] ?? 'GEN'],
    ['ID', item.id],
    ['TI', item.title],
    ...(item.author ?? []).map(({ literal }): [string, string] => ['AU', literal]),
    ['T2', item['container-title']],
    ['PB', item.publisher],
    ['PY', year === undefined ? undefined : String(year)],
    ['DA', year === undefined ? undefined : `${date}/`],
    ['LA', item.language],
    ['UR', item.URL],
    ['L2', item.archive_location],
    ['N1', item.note],
    ['ER', ''],
  ];
  return rows.flatMap(([tag, value]) => (value === undefined ? [] : `${tag}  - ${oneLine(value)}\r\n`)).join('');
}

function oneLine(value: string): string {
  return value.replaceAll(/\s+/g, ' ');
}
