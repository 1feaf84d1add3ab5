import { type ContentMessage, compareText } from '../messages.ts';
import { foldName } from '../names.ts';
import { locate, reportAt, type ReviewInput, type SoundRecord } from './reviewer.ts';

/** Reports entries that may tell of one event, sources that are one page of the web, and names that two records share. */
export function reviewDuplicates(input: ReviewInput): ContentMessage[] {
  return [
    ...findDuplicateEntries(input),
    ...findDuplicateUrls(input),
    ...findCollisions([...input.actors.values()]),
    ...findCollisions([...input.places.values()]),
  ];
}

// Countries and regions are named by too many entries to tell anything.
const wideKinds = new Set(['country', 'region']);

function findDuplicateEntries({ entries, places }: ReviewInput): ContentMessage[] {
  const seen = new Map<string, SoundRecord<'entries'>>();
  const reported = new Set<string>();
  return [...entries.values()].flatMap((record) =>
    record.data.places.flatMap(({ place }, index) => {
      const kind = places.get(place)?.data.kind;
      if (kind === undefined || wideKinds.has(kind)) return [];
      const key = [record.data.date, record.data.kind, place].join(' ');
      const first = seen.get(key);
      seen.set(key, first ?? record);
      const pair = `${first?.id} ${record.id}`;
      if (!first || first === record || reported.has(pair) || areRelated(first, record)) return [];
      reported.add(pair);
      return [
        reportAt(record, 'duplicate-entry', ['places', index], {
          what: `second entry of the kind \`${record.data.kind}\` for ${record.data.date} and the place`,
          actual: place,
          expected: `one entry for one event, or \`related\` between the two; the first is ${placeText(first, ['date'])}`,
          related: [{ path: first.path, ...locate(first, ['date']) }],
        }),
      ];
    }),
  );
}

function areRelated(a: SoundRecord<'entries'>, b: SoundRecord<'entries'>): boolean {
  const names = (from: SoundRecord<'entries'>, to: SoundRecord<'entries'>) =>
    from.data.related.some((related) => Object.values(related).includes(to.id));
  return names(a, b) || names(b, a);
}

function findDuplicateUrls({ sources }: ReviewInput): ContentMessage[] {
  const seen = new Map<string, SoundRecord<'sources'>>();
  return [...sources.values()].flatMap((record) => {
    if (record.data.url === undefined) return [];
    const key = pageOf(record.data.url);
    const first = seen.get(key);
    seen.set(key, first ?? record);
    if (!first) return [];
    return [
      reportAt(record, 'duplicate-url', ['url'], {
        what: 'second source with the address',
        actual: record.data.url,
        expected: `one source for one page; the first is ${placeText(first, ['url'])}`,
        related: [{ path: first.path, ...locate(first, ['url']) }],
      }),
    ];
  });
}

// The same page with another scheme, a fragment, a tracking parameter or a slash at its end.
function pageOf(address: string): string {
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) {
    if (/^(?:utm_|fbclid$|gclid$)/.test(name)) url.searchParams.delete(name);
  }
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`;
}

function findCollisions(records: readonly SoundRecord<'actors' | 'places'>[]): ContentMessage[] {
  const seen = new Map<string, { record: SoundRecord<'actors' | 'places'>; path: readonly (string | number)[] }>();
  const messages: ContentMessage[] = [];
  for (const record of records.toSorted((a, b) => compareText(a.path, b.path))) {
    for (const { text, path } of namesOf(record)) {
      const key = foldName(text);
      const first = seen.get(key);
      if (!first) seen.set(key, { record, path });
      else if (first.record !== record && !areToldApart(first.record, record)) {
        messages.push(
          reportAt(record, 'name-collision', path, {
            what: 'second use of the name',
            actual: text,
            expected: `it on one record, or a display name with an addition such as \`${text} (District)\`; it stands in ${placeText(first.record, first.path)} too`,
            related: [{ path: first.record.path, ...locate(first.record, first.path) }],
          }),
        );
      }
    }
  }
  return messages;
}

// A town and its district go by one name, and of two namesakes one is displayed with what tells them apart: `Agdam (Tovuz)`.
function areToldApart(a: SoundRecord<'actors' | 'places'>, b: SoundRecord<'actors' | 'places'>): boolean {
  const hasAddition = ({ data }: typeof a) => /\(.+\)$/.test(data.names.find((name) => name.lang === 'en')?.text ?? '');
  return (a.data.kind === 'district') !== (b.data.kind === 'district') || hasAddition(a) || hasAddition(b);
}

function namesOf(record: SoundRecord<'actors' | 'places'>) {
  return [
    ...record.data.names.map((name, index) => ({ text: name.text, path: ['names', index, 'text'] as const })),
    ...record.data.also.map((text, index) => ({ text, path: ['also', index] as const })),
  ];
}

function placeText(record: SoundRecord, path: readonly (string | number)[]): string {
  const { line, column } = locate(record, path);
  return `${record.path}:${line}:${column}`;
}
