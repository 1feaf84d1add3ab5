import { formatDay, listDays } from '../days.ts';
import { issueHref } from '../forge.ts';
import { groupOrigins } from '../origins.ts';
import {
  columnOf,
  countNoun,
  entryLink,
  formatImprint,
  type LinkView,
  placeLink,
  type ViewContext,
} from './context.ts';
import { type FrameView, frameView } from './frame.ts';

/** One thing that lacks something, and where to help: a prefilled issue, or how to contribute where there is no forge. */
export interface GapRow extends LinkView {
  readonly remark: string;
  readonly helpHref: string;
}

/** One kind of gap, with its rows and how to help. */
export interface GapView {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly rows: readonly GapRow[];
  /** How many more there are than the rows show. */
  readonly more: number;
}

/** What the chronicle lacks. */
export interface GapsView {
  readonly frame: FrameView;
  readonly title: string;
  readonly gaps: readonly GapView[];
  readonly contribute: string;
}

const rowLimit = 100;

/** Returns what the chronicle lacks, each row with a way to help. */
export function gapsView(context: ViewContext): GapsView {
  const { chronicle, urls } = context;
  const title = 'Gaps';
  const gap = (id: string, name: string, help: string, rows: readonly Row[]) => gapView(context, id, name, help, rows);
  const { from, to } = chronicle.config.focus;
  const days = listDays(from, to);
  const entries = [...chronicle.entries.values()];
  const sources = [...chronicle.sources.values()];
  return {
    frame: frameView(context, {
      path: urls.page('gaps'),
      title,
      description:
        'What the chronicle lacks: days, second sources, archived copies, coordinates, the other side. Each with a way to help.',
    }),
    title,
    contribute: urls.page('contribute'),
    gaps: [
      gap(
        'days',
        'Days without an entry',
        'Write an entry for the day.',
        days
          .filter((day) => !chronicle.days.has(day))
          .map((day) => ({ href: urls.day(day), text: formatDay(day), remark: '' })),
      ),
      gap(
        'one-sided-days',
        'Days on which one side alone speaks',
        "Find the other side's statements.",
        days.flatMap((day) => oneSided(context, day)),
      ),
      gap(
        'single-source',
        'Entries that rest on one source',
        'Find a second source that does not repeat the first.',
        entries
          .filter((entry) => entry.restsOn.length < 2)
          .map((entry) => ({
            ...entryLink(context, entry),
            remark: formatImprint(chronicle.sources.get(entry.sources[0] ?? '') ?? missing()),
          })),
      ),
      gap(
        'one-origin',
        'Entries whose several sources have one origin',
        'Find a source that does not carry the same text.',
        entries
          .filter((entry) => entry.restsOn.length > 1 && groupOrigins(chronicle, entry.restsOn).length === 1)
          .map((entry) => ({
            ...entryLink(context, entry),
            remark: groupOrigins(chronicle, entry.restsOn)[0]?.names.join(', ') ?? '',
          })),
      ),
      gap(
        'places',
        'Places without coordinates',
        'Find a gazetteer or document that gives them.',
        [...chronicle.places.values()]
          .filter((place) => !place.coordinates)
          .map((place) => ({ ...placeLink(context, place.id), remark: place.kind })),
      ),
      gap(
        'undated',
        'Sources without a date',
        'Find when it was published.',
        sources
          .filter((source) => source.issued === undefined)
          .map((source) => ({ href: urls.record('sources', source.id), text: source.title, remark: source.publisher })),
      ),
      gap(
        'archives',
        'Sources without an archived copy',
        'Archive the page, or find a copy.',
        sources
          .filter((source) => source.archive === undefined)
          .map((source) => ({
            href: urls.record('sources', source.id),
            text: source.title,
            remark: formatImprint(source),
          })),
      ),
    ],
  };
}

type Row = LinkView & { readonly remark: string };

function gapView(
  { chronicle, urls }: ViewContext,
  id: string,
  name: string,
  help: string,
  rows: readonly Row[],
): GapView {
  const { repository } = chronicle.config;
  const helpHref = (row: Row) => {
    if (repository === undefined) return urls.page('contribute');
    return issueHref(repository, `${name}: ${row.text}`, `${help}\n\n${urls.absolute(row.href)}\n`);
  };
  return {
    id,
    title: `${name}: ${rows.length.toLocaleString('en-GB')}`,
    help,
    rows: rows.slice(0, rowLimit).map((row) => ({ ...row, helpHref: helpHref(row) })),
    more: Math.max(0, rows.length - rowLimit),
  };
}

function oneSided(context: ViewContext, day: string): Row[] {
  const { chronicle, urls } = context;
  const claims = (chronicle.days.get(day) ?? []).flatMap((id) => chronicle.entries.get(id)?.claims ?? []);
  const columns = new Set(claims.map((claim) => columnOf(context, claim.by)));
  if (claims.length === 0 || columns.has('joint') || (columns.has('a') && columns.has('b'))) return [];
  const [first, second] = chronicle.config.sides;
  const lacking = [columns.has('a') ? undefined : first.name, columns.has('b') ? undefined : second.name]
    .filter(Boolean)
    .join(' and ');
  return [
    { href: urls.day(day), text: formatDay(day), remark: `${countNoun(claims.length, 'claim')}, none by: ${lacking}` },
  ];
}

function missing(): never {
  throw new RangeError('An entry cites a source that has no record');
}
