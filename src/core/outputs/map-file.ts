import { listDays } from '../days.ts';
import { requireRecord, type ViewContext } from '../views/context.ts';
import { mapLanguages, mapMarks, nameIn } from '../views/map.ts';

/** What the map's controls need: the days of the focus period, and the entries on the places drawn. */
export interface MapFile {
  readonly days: readonly string[];
  /** The names of the places drawn, by language; where a language has none, the display name. */
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly entries: readonly MapFileEntry[];
}

/** One entry: its kind, the days of the period that it covers as first and last index (`-1` for none), and its places. */
export interface MapFileEntry {
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly places: readonly string[];
}

/** Returns the entries behind the map's marks, in order of time. */
export function mapFile(context: ViewContext): MapFile {
  const { chronicle, urls } = context;
  const { focus } = chronicle.config;
  const days = listDays(focus.from, focus.to);
  // First and last index of the days that each entry covers.
  const covered = new Map<string, { readonly from: number; to: number }>();
  for (const [index, day] of days.entries()) {
    for (const id of chronicle.days.get(day) ?? []) {
      const span = covered.get(id);
      if (span) span.to = index;
      else covered.set(id, { from: index, to: index });
    }
  }
  const drawn = new Set(mapMarks(context).map((mark) => mark.id));
  return {
    days,
    names: Object.fromEntries(
      [...drawn].map((id) => {
        const place = requireRecord(chronicle.places, id);
        return [id, Object.fromEntries(mapLanguages.map(({ lang }) => [lang, nameIn(place, lang) ?? place.name]))];
      }),
    ),
    entries: [...chronicle.entries.values()].flatMap((entry) => {
      const places = entry.places.map((mention) => mention.place).filter((id) => drawn.has(id));
      if (places.length === 0) return [];
      const span = covered.get(entry.id);
      return [
        {
          href: urls.entry(entry),
          title: entry.title,
          kind: entry.kind,
          from: span?.from ?? -1,
          to: span?.to ?? -1,
          places,
        },
      ];
    }),
  };
}
