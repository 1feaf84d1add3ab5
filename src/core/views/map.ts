import { listDays } from '../days.ts';
import { entryKindLabels, placeKindLabels, precisionLabels } from '../labels.ts';
import { type BaseMap, boxesOfLabels, drawBaseMap } from '../map/base-map.ts';
import type { MapData } from '../map/map-data.ts';
import { markRadius } from '../map/mark.ts';
import { type PlacedLabel, placeLabels } from '../map/place-labels.ts';
import { createProjection, mapSize, projectPlace } from '../map/projection.ts';
import { remember } from '../memo.ts';
import type { Place } from '../model.ts';
import { countNoun, type LinkView, placeLink, type ViewContext } from './context.ts';
import { type FrameView, frameView } from './frame.ts';

/** One place as a mark of the map. */
export interface MapMark extends LinkView {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly entries: number;
  /** Whether it stands for an area or for a spot that is only roughly known; drawn as an open ring. */
  readonly isVague: boolean;
  /** Spoken: `Stepanakert: 61 entries`. */
  readonly label: string;
}

/** The labels of all places in one language, with how it is called. */
export interface MapLanguage {
  readonly lang: string;
  readonly label: string;
  readonly labels: readonly PlacedLabel[];
}

/** One place as a row of the map's table. */
export interface MapRow extends LinkView {
  readonly kind: string;
  readonly names: readonly { readonly text: string; readonly lang: string }[];
  readonly entries: number;
  readonly precision: string;
  /** Why it is not on the map; empty if it is. */
  readonly missing: string;
}

/** The map of places. */
export interface MapView {
  readonly frame: FrameView;
  readonly title: string;
  readonly lede: string;
  readonly width: number;
  readonly height: number;
  readonly base: BaseMap;
  readonly marks: readonly MapMark[];
  readonly languages: readonly MapLanguage[];
  readonly fontSize: number;
  readonly kinds: readonly { readonly id: string; readonly label: string }[];
  readonly days: { readonly name: string; readonly count: number };
  /** The file of the entries behind the marks. */
  readonly data: string;
  readonly rows: readonly MapRow[];
}

const fontSize = 13;

/** The languages that the map's names may be read in. */
export const mapLanguages = [
  { lang: 'en', label: 'English' },
  { lang: 'hy', label: 'Armenian' },
  { lang: 'az', label: 'Azerbaijani' },
  { lang: 'ru', label: 'Russian' },
] as const;

/** Returns the page of the map. */
export function mapView(context: ViewContext, data: MapData): MapView {
  const { chronicle, urls } = context;
  const marks = mapMarks(context);
  const base = drawBaseMap(
    data,
    marks.map((mark) => [mark.x, mark.y]),
  );
  const bounds = { left: 0, top: 0, right: mapSize.width, bottom: mapSize.height };
  const { focus } = chronicle.config;
  const kinds = [...new Set([...chronicle.entries.values()].map((entry) => entry.kind))];
  const title = 'Map';
  return {
    frame: frameView(context, {
      path: urls.page('map'),
      title,
      description: `${countNoun(marks.length, 'place')} of the conflict over Nagorno-Karabakh, each by the number of entries that name it, under its names in four languages.`,
    }),
    title,
    lede: `${countNoun(marks.length, 'place')} of ${chronicle.places.size}, each by the number of entries on it.`,
    ...mapSize,
    base,
    marks,
    languages: mapLanguages.map((language) => ({
      ...language,
      labels: placeLabels(
        marks.map((mark) => ({ ...mark, text: nameIn(chronicle.places.get(mark.id), language.lang) ?? mark.text })),
        bounds,
        fontSize,
        boxesOfLabels(base.labels),
      ),
    })),
    fontSize,
    kinds: Object.entries(entryKindLabels)
      .filter(([id]) => kinds.some((kind) => kind === id))
      .map(([id, label]) => ({ id, label })),
    days: { name: focus.name, count: listDays(focus.from, focus.to).length },
    data: urls.file('map/entries.json'),
    rows: mapRows(context, new Set(marks.map((mark) => mark.id))),
  };
}

/** Returns the places that lie on the map and that entries name, those with most entries first. */
export const mapMarks = remember((context: ViewContext): readonly MapMark[] => {
  const { chronicle } = context;
  const projection = createProjection();
  return [...chronicle.places.values()]
    .flatMap((place) => {
      const entries = chronicle.backlinks.places.get(place.id)?.entries.length ?? 0;
      const point = place.coordinates && projectPlace(projection, place.coordinates.at);
      // A country is more than the map can show by a mark.
      if (!point || entries === 0 || place.kind === 'country') return [];
      const [x, y] = point;
      return [
        {
          ...placeLink(context, place.id),
          id: place.id,
          x,
          y,
          radius: markRadius(entries),
          entries,
          isVague: isVague(place),
          label: `${place.name}: ${countNoun(entries, 'entry', 'entries')}`,
        },
      ];
    })
    .sort((a, b) => b.entries - a.entries || (a.id < b.id ? -1 : 1));
});

/** Tells whether a place is known or drawn as an area rather than as a spot. */
export function isVague(place: Place): boolean {
  const { precision } = place.coordinates ?? {};
  const isArea = place.kind === 'district' || place.kind === 'region' || place.kind === 'country';
  return isArea || precision === 'near' || precision === 'area' || precision === 'region' || precision === 'country';
}

/** Returns a place's first name in a language. */
export function nameIn(place: Place | undefined, lang: string): string | undefined {
  return place?.names.find((name) => name.lang === lang)?.text;
}

function describeMissing(place: Place): string {
  if (place.kind === 'country') return 'a country, not a spot';
  return place.coordinates ? 'lies outside the map' : 'no coordinates found';
}

function mapRows(context: ViewContext, shown: ReadonlySet<string>): MapRow[] {
  const { chronicle } = context;
  return [...chronicle.places.values()]
    .map((place) => ({
      ...placeLink(context, place.id),
      kind: placeKindLabels[place.kind],
      names: place.names.slice(1).map(({ text, lang }) => ({ text, lang })),
      entries: chronicle.backlinks.places.get(place.id)?.entries.length ?? 0,
      precision: place.coordinates ? precisionLabels[place.coordinates.precision] : '',
      missing: shown.has(place.id) ? '' : describeMissing(place),
    }))
    .filter((row) => row.entries > 0)
    .sort((a, b) => b.entries - a.entries || (a.text < b.text ? -1 : 1));
}
