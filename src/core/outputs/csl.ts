import type { ChronicleDate } from '../dates.ts';
import type { Source } from '../model.ts';

/** A date of CSL-JSON: one point in time, or the first and last of a span. */
export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
  /** Set where the date is approximate or uncertain. */
  readonly circa?: true;
}

/** A source as an item of CSL-JSON 1.0.2, the exchange form of reference managers. */
export interface CslItem {
  readonly id: string;
  readonly type: Source['type'];
  readonly title: string;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly issued?: CslDate;
  readonly language: string;
  readonly URL?: string;
  /** The host that keeps an archived copy. */
  readonly archive?: string;
  /** The address of the archived copy. */
  readonly archive_location?: string;
  readonly note?: string;
  /** What CSL has no variable for: the date as it was written, in EDTF. */
  readonly custom?: { readonly issued: string };
}

// Types of document that appear inside something that is published: a paper, a site, a programme, an encyclopedia.
const contained: ReadonlySet<Source['type']> = new Set([
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'broadcast',
  'chapter',
  'entry-encyclopedia',
  'post',
  'post-weblog',
  'webpage',
] as const);

/**
 * Returns a source as CSL-JSON. What is absent in the source is absent here; the day of access is recorded nowhere, so
 * `accessed` is never there. Names are literal, as they were printed.
 */
export function sourceToCsl(source: Source): CslItem {
  const note = cslNote(source);
  return {
    id: source.id,
    type: source.type,
    title: source.title,
    [contained.has(source.type) ? 'container-title' : 'publisher']: source.publisher,
    ...(source.author.length > 0 && { author: source.author.map((name) => ({ literal: name })) }),
    ...(source.issued && { issued: toCslDate(source.issued) }),
    language: source.language,
    ...(source.url !== undefined && { URL: source.url }),
    ...(source.archive !== undefined && {
      archive: new URL(source.archive).hostname,
      archive_location: source.archive,
    }),
    ...(note !== '' && { note }),
    ...(source.issued && { custom: { issued: source.issued.edtf } }),
  };
}

/** Returns a date in the parts that are stated: `[[2020, 10]]` for `2020-10~`, two lists for a span. */
export function toCslDate(date: ChronicleDate): CslDate {
  return {
    'date-parts': date.edtf.split('/').map((part) =>
      part
        .replace(/[?~%]$/, '')
        .split('-')
        .map(Number),
    ),
    ...((date.approximate || date.uncertain) && { circa: true as const }),
  };
}

// CSL knows no variable for the agency whose text a paper carries.
function cslNote(source: Source): string {
  const agencies = source.agency.filter((agency) => agency !== source.publisher);
  return [
    agencies.length > 0 ? `Carries the text of ${agencies.join(' and ')}.` : '',
    source['url-missing'] === undefined ? '' : `No address: ${source['url-missing']}`,
    source.note ?? '',
  ]
    .filter(Boolean)
    .join(' ');
}
