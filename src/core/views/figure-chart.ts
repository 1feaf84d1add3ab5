import { scaleLinear, scaleTime } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { formatCount } from '../counts.ts';
import { formatDate } from '../dates.ts';
import { countDays, formatDay, formatShortDay } from '../days.ts';
import type { Figure } from '../model.ts';
import type { Measure } from '../series.ts';
import { actorNames, type Column, columnOf, type ViewContext } from './context.ts';

/** One number in a chart, in the chart's units. */
export interface ChartMark {
  readonly x: number;
  readonly y: number;
  /** A bound is drawn as a bound: an arrow up or down, a soft mark, a bar from `y` to `y2`. */
  readonly bound: Figure['count']['bound'];
  readonly y2: number;
  readonly label: string;
}

/** A small chart of one measure: each claimant is a step line of its own. */
export interface ChartView {
  readonly width: number;
  readonly height: number;
  readonly base: number;
  readonly left: number;
  readonly right: number;
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly lines: readonly {
    readonly column: Column;
    readonly path: string;
    readonly dash: string | undefined;
    readonly marks: readonly ChartMark[];
    readonly label: string;
    readonly labelY: number;
    readonly labelX: number;
    /** Where the line ends; a thin leader goes from there to the label. */
    readonly endX: number;
    readonly endY: number;
  }[];
  /** Numbers that are not drawn, in words; empty where all are. */
  readonly omitted: string;
  /** The whole chart in words. */
  readonly description: string;
}

const size = { width: 830, height: 240, left: 58, right: 380, top: 14, bottom: 26 };
const labelHeight = 13;
/** A claimant silent for longer than this leaves a gap in its line, in days. */
const silence = 14;
/** Numbers that come after all claimants were silent for longer than this stand in the table alone, in days. */
const longSilence = 366;
const dashes = [undefined, '6 3', '2 3', '8 3 2 3'];

/** Returns the chart of a measure; `undefined` for a single number, which a chart tells nothing of. */
export function chartView(context: ViewContext, measure: Measure): ChartView | undefined {
  const lastDay = lastDayBeforeLongSilence(measure);
  const series = measure.series
    .map(({ by, figures }) => ({ by, figures: figures.filter((figure) => figure.asOf.end <= lastDay) }))
    .filter(({ figures }) => figures.length > 0);
  const points = series.flatMap((item) => item.figures);
  if (points.length < 2) return undefined;
  const days = points.map((figure) => Date.parse(figure.asOf.end));
  const highest = Math.max(...points.map((figure) => figure.count.high ?? figure.count.low ?? 0));
  const x = scaleTime()
    .domain([Math.min(...days), Math.max(...days)])
    .range([size.left, size.width - size.right]);
  const y = scaleLinear()
    .domain([0, highest])
    .nice(4)
    .range([size.height - size.bottom, size.top]);
  const draw = line<ChartMark>()
    .x((mark) => mark.x)
    .y((mark) => mark.y)
    .curve(curveStepAfter);
  const seen = new Map<Column, number>();
  const lines = series.map((item) => {
    const marks = item.figures.map((figure) => toMark(figure, x, y));
    const path = splitAtGaps(item.figures)
      .map((part) => draw(part.map((figure) => toMark(figure, x, y))) ?? '')
      .join('');
    const last = marks.at(-1);
    const column = columnOf(context, item.by);
    const turn = seen.get(column) ?? 0;
    seen.set(column, turn + 1);
    return {
      column,
      path,
      dash: dashes[turn % dashes.length],
      marks,
      label: `${actorNames(context, item.by)}: ${last?.label ?? ''}`,
      labelX: size.width - size.right + 12,
      endX: last?.x ?? 0,
      endY: last?.y ?? 0,
      labelY: (last?.y ?? 0) + 4,
    };
  });
  const placed = spreadLabels(lines);
  return {
    ...size,
    height: Math.max(size.height, ...placed.map((item) => item.labelY + 4)),
    base: size.height - size.bottom,
    right: size.width - size.right,
    yTicks: y.ticks(3).map((value) => ({ y: round(y(value)), label: value.toLocaleString('en-GB') })),
    xTicks: labelEnds(new Date(Math.min(...days)), new Date(Math.max(...days))).map(([time, label]) => ({
      x: round(x(time)),
      label,
    })),
    lines: placed,
    omitted: describeLate(context, measure, lastDay),
    description: series.map((item) => describeSeries(context, item)).join(' '),
  };
}

// The last day before a silence of all claimants that would leave no room for what was said before it.
function lastDayBeforeLongSilence(measure: Measure): string {
  const days = measure.series.flatMap((item) => item.figures.map((figure) => figure.asOf.end)).toSorted();
  // Without such a silence the index is -1, which is the last day.
  const end = days.findIndex((day, index) => countDays(day, days[index + 1] ?? day) > longSilence);
  return days.at(end) ?? '';
}

function describeLate(context: ViewContext, measure: Measure, lastDay: string): string {
  const late = measure.series.flatMap((item) => item.figures).filter((figure) => figure.asOf.end > lastDay);
  if (late.length === 0) return '';
  const numbers = late.map((figure) => `${actorNames(context, figure.by)}, ${tell(figure)}`);
  return `Not drawn, for more than a year of silence lies before: ${numbers.join('; ')}.`;
}

// The years are told where they are not the same.
function labelEnds(first: Date, last: Date): [Date, string][] {
  const ends = first.getTime() === last.getTime() ? [first] : [first, last];
  const format = first.getUTCFullYear() === last.getUTCFullYear() ? formatShortDay : formatDay;
  return ends.map((time) => [time, format(time.toISOString().slice(0, 10))]);
}

function toMark(figure: Figure, x: (time: number) => number, y: (value: number) => number): ChartMark {
  const { low, high, bound } = figure.count;
  return {
    x: round(x(Date.parse(figure.asOf.end))),
    y: round(y(low ?? high ?? 0)),
    y2: round(y(high ?? low ?? 0)),
    bound,
    label: formatCount(figure.count),
  };
}

// A claimant's numbers in runs without a long silence; a gap stays a gap.
function splitAtGaps(figures: readonly Figure[]): Figure[][] {
  const parts: Figure[][] = [];
  for (const figure of figures) {
    const last = parts.at(-1)?.at(-1);
    if (last && countDays(last.asOf.end, figure.asOf.end) <= silence) parts.at(-1)?.push(figure);
    else parts.push([figure]);
  }
  return parts;
}

// Labels of lines that end close together are set apart, in their order from the top.
function spreadLabels<T extends { readonly labelY: number }>(lines: readonly T[]): T[] {
  let lowest = Number.NEGATIVE_INFINITY;
  return lines
    .toSorted((a, b) => a.labelY - b.labelY)
    .map((item) => {
      lowest = Math.max(item.labelY, lowest + labelHeight);
      return { ...item, labelY: lowest };
    });
}

function describeSeries(context: ViewContext, { by, figures }: Measure['series'][number]): string {
  const name = actorNames(context, by);
  const [first] = figures;
  const last = figures.at(-1);
  if (!first || !last) return '';
  if (first === last) return `${name}: ${tell(first)}.`;
  return `${name}: ${figures.length} numbers, from ${tell(first)} to ${tell(last)}.`;
}

function tell(figure: Figure): string {
  return `${formatCount(figure.count)} as of ${formatDate(figure.asOf)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
