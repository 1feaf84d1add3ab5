import { mapSize } from '../map/projection.ts';
import type { ViewContext } from './context.ts';
import { type MapMark, mapMarks } from './map.ts';

/** A small map: a cut of the base picture with the marks of some places. */
export interface InsetView {
  /** The address of the base picture, `mapSize` large. */
  readonly base: string;
  readonly map: string;
  /** The cut, in the base's units: `left top width height`. */
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  /** How large a pixel of the inset is in the base's units; marks and words keep their size by it. */
  readonly unit: number;
  readonly marks: readonly (MapMark & { readonly anchor: 'start' | 'end' })[];
  /** Spoken: `Map: Stepanakert, Shusha`. */
  readonly label: string;
  /** Whether the names stand beside the marks. */
  readonly hasNames: boolean;
}

const shown = { width: 320, height: 234 } as const;
const nearest = 260;
const margin = 60;
/** With more places than this, names would cover each other. */
const nameLimit = 5;

/** Returns the inset of some places; `undefined` if none of them lies on the map. */
export function insetView(context: ViewContext, ids: readonly string[]): InsetView | undefined {
  const wanted = new Set(ids);
  const marks = mapMarks(context).filter((mark) => wanted.has(mark.id));
  return marks.length === 0 ? undefined : cut(context, marks, frameMarks(marks));
}

/** Returns the inset of the whole map with all places. */
export function insetOfPlaces(context: ViewContext): InsetView | undefined {
  const marks = mapMarks(context);
  return marks.length === 0 ? undefined : cut(context, marks, { left: 0, top: 0, width: mapSize.width });
}

interface Cut {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

function cut({ urls }: ViewContext, marks: readonly MapMark[], { left, top, width }: Cut): InsetView {
  const height = Math.round((width * shown.height) / shown.width);
  const names = marks.map((mark) => mark.text);
  return {
    base: urls.file('map/base.svg'),
    map: urls.page('map'),
    viewBox: `${left} ${top} ${width} ${height}`,
    ...mapSize,
    unit: Math.round((width / shown.width) * 1000) / 1000,
    marks: marks.map((mark) => ({ ...mark, anchor: mark.x - left > width * 0.6 ? 'end' : 'start' })),
    label: `Map: ${names.length > nameLimit ? `${names.slice(0, nameLimit).join(', ')} and ${names.length - nameLimit} more` : names.join(', ')}`,
    hasNames: marks.length <= nameLimit,
  };
}

// The cut that holds all marks with a margin, no nearer than readers can find their way, inside the map.
function frameMarks(marks: readonly MapMark[]): Cut {
  const xs = marks.map((mark) => mark.x);
  const ys = marks.map((mark) => mark.y);
  const ratio = shown.width / shown.height;
  const width = Math.min(
    mapSize.width,
    Math.max(
      nearest,
      Math.max(...xs) - Math.min(...xs) + 2 * margin,
      (Math.max(...ys) - Math.min(...ys) + 2 * margin) * ratio,
    ),
  );
  const clamp = (value: number, most: number) => Math.round(Math.min(Math.max(0, most), Math.max(0, value)));
  const middleX = (Math.max(...xs) + Math.min(...xs)) / 2;
  const middleY = (Math.max(...ys) + Math.min(...ys)) / 2;
  return {
    left: clamp(middleX - width / 2, mapSize.width - width),
    top: clamp(middleY - width / ratio / 2, mapSize.height - width / ratio),
    width: Math.round(width),
  };
}
