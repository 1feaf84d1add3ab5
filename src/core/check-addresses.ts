import type { VFileMessage } from 'vfile-message';
import { dateSegments, requireDate, startText } from './dates.ts';
import { splitFrontmatter, type ValuePath } from './frontmatter.ts';
import { createMessage } from './messages.ts';
import type { ReadRecord } from './read-record.ts';
import type { EntryData } from './schema.ts';

/** First parts of addresses that are the site's own; no page of the content can have one as its id. */
export const reservedAddresses: readonly string[] = [
  '404',
  'actors',
  'as-of',
  'assets',
  'changes',
  'claims',
  'corrections',
  'data',
  'feeds',
  'figures',
  'gaps',
  'id',
  'map',
  'names-policy',
  'pagefind',
  'places',
  'schemas',
  'search',
  'sources',
  'timeline',
];

// Pages of the site's own under pages of the content.
const underPages = ['/about/design/', '/contribute/codebook/', '/contribute/new/', '/contribute/rules/'];

/** Reports ids and earlier addresses that would put a second page at an address. */
export function checkAddresses(records: readonly ReadRecord[]): VFileMessage[] {
  const live = new Map(records.flatMap((record) => addressesOf(record).map((address) => [address, record.path])));
  const seen = new Map<string, string>();
  return records.flatMap((record) => [
    ...(isReserved(record) ? [reportReserved(record)] : []),
    ...earlierAddresses(record).flatMap((address, index) => {
      const first = live.get(address) ?? seen.get(address) ?? (isOwnAddress(address) ? 'the site itself' : undefined);
      seen.set(address, seen.get(address) ?? record.path);
      if (first === undefined) return [];
      return [
        createMessage(record.path, 'duplicate-address', locate(record, ['was', index]), {
          what: 'address',
          actual: address,
          expected: `it once; it stands in ${first} too`,
        }),
      ];
    }),
  ]);
}

function earlierAddresses(record: ReadRecord): readonly string[] {
  return record.data && 'was' in record.data ? record.data.was : [];
}

// One, but none for an entry whose date could not be read.
function addressesOf({ folder, id, data }: ReadRecord): string[] {
  if (folder === 'pages') return [`/${id === 'names' ? 'names-policy' : id}/`];
  if (folder !== 'entries') return [`/${folder}/${id}/`];
  if (!data) return [];
  const { date } = data as EntryData;
  return [`/${[...dateSegments(requireDate(date)), id.slice(startText(date).length + 1)].join('/')}/`];
}

// Pages of lists are numbered: /actors/2/.
function isReserved({ folder, id }: ReadRecord): boolean {
  if (folder === 'pages') return reservedAddresses.includes(id) || /^\d/.test(id);
  return folder !== 'entries' && /^\d+$/.test(id);
}

function isOwnAddress(address: string): boolean {
  const [first = '', ...rest] = address.split('/').slice(1, -1);
  if (/^\d+$/.test(first)) return rest.every((part) => /^\d+$/.test(part));
  const isList = first === 'actors' || first === 'places' || first === 'sources';
  if (isList) return rest.length === 0 || /^\d+$/.test(rest.at(-1) ?? '');
  return reservedAddresses.includes(first) || address === '/names/' || underPages.includes(address);
}

function reportReserved(record: ReadRecord): VFileMessage {
  const parts = {
    what: 'id',
    actual: record.id,
    expected: record.folder === 'pages' ? 'an id that is no page of the site itself' : 'an id with a letter',
  };
  return createMessage(record.path, 'reserved-id', { line: 1, column: 1 }, parts);
}

function locate(record: ReadRecord, path: ValuePath) {
  return splitFrontmatter(record.path, record.text).frontmatter?.locate(path) ?? { line: 1, column: 1 };
}
