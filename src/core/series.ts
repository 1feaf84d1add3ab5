import { remember } from './memo.ts';
import type { Chronicle, Figure } from './model.ts';

/** One claimant's numbers for one measure, in order of the day they were given for. */
export interface FigureSeries {
  readonly by: readonly string[];
  readonly figures: readonly Figure[];
}

/** All series of one measure: what is counted (a part is a measure of its own), of which side, since when; never summed and never joined. */
export interface Measure {
  /** `killed-military-armenian-2020-09-27`; part of an address. */
  readonly id: string;
  readonly of: Figure['of'];
  readonly who: Figure['who'];
  readonly part: string | undefined;
  readonly side: string;
  readonly since: string;
  readonly series: readonly FigureSeries[];
  readonly count: number;
}

/**
 * Groups running totals by measure and claimant. Figures of one event, and those of some places alone, are no running totals
 * and stay out.
 */
export function groupMeasures(figures: Iterable<Figure>): Measure[] {
  const measures = new Map<string, Map<string, Figure[]>>();
  for (const figure of figures) {
    const { of, who, part, side, since } = figure;
    if (!since || figure.places.length > 0) continue;
    const id = [of, who, part, side, since.start].filter((word) => word !== undefined).join('-');
    const series = measures.get(id) ?? new Map<string, Figure[]>();
    measures.set(id, series);
    const by = figure.by.join(' ');
    const own = series.get(by);
    if (own) own.push(figure);
    else series.set(by, [figure]);
  }
  return [...measures]
    .map(([id, series]) => toMeasure(id, series))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

/** Returns all measures of a chronicle. */
export const measuresOf = remember((chronicle: Chronicle) => groupMeasures(chronicle.figures.values()));

const measuresByFigure = remember(
  (chronicle: Chronicle) =>
    new Map(
      measuresOf(chronicle).flatMap((measure) =>
        measure.series.flatMap((series) => series.figures.map((figure) => [figure.key, measure] as const)),
      ),
    ),
);

/** Returns the measures that some figures belong to, in the order of all. */
export function measuresOfFigures(chronicle: Chronicle, figures: readonly Figure[]): Measure[] {
  const wanted = new Set(figures.map((figure) => measuresByFigure(chronicle).get(figure.key)));
  return wanted.size === 0 ? [] : measuresOf(chronicle).filter((measure) => wanted.has(measure));
}

/** Returns each claimant's last running total for each measure that was given for a day or before it, as it stood then. */
export function totalsOn(measures: readonly Measure[], day: string): Figure[] {
  return measures.flatMap((measure) =>
    measure.series.flatMap(({ figures }) => figures[countUntil(figures, day) - 1] ?? []),
  );
}

/** Returns a measure with the numbers that were given for a day or before it. */
export function measureUntil(measure: Measure, day: string): Measure {
  const series = measure.series
    .map(({ by, figures }) => ({ by, figures: figures.slice(0, countUntil(figures, day)) }))
    .filter(({ figures }) => figures.length > 0);
  return { ...measure, series, count: series.reduce((count, { figures }) => count + figures.length, 0) };
}

// The figures of a series are in order of their day.
function countUntil(figures: readonly Figure[], day: string): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((figures[middle]?.asOf.end ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toMeasure(id: string, series: ReadonlyMap<string, readonly Figure[]>): Measure {
  const all = [...series.values()].flat();
  const [first] = all;
  if (!first) throw new RangeError(`The measure ${id} has no figures`);
  return {
    id,
    of: first.of,
    who: first.who,
    part: first.part,
    side: first.side,
    since: first.since?.edtf ?? '',
    series: [...series.values()]
      .map((figures) => ({ by: figures[0]?.by ?? [], figures: figures.toSorted(compareFigures) }))
      .sort((a, b) => b.figures.length - a.figures.length || (a.by.join() < b.by.join() ? -1 : 1)),
    count: all.length,
  };
}

function compareFigures(a: Figure, b: Figure): number {
  return a.asOf.end < b.asOf.end ? -1 : a.asOf.end > b.asOf.end ? 1 : a.key < b.key ? -1 : 1;
}
