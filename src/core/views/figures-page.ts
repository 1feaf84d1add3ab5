import { computeBalance, formatShare } from '../balance.ts';
import { formatDate, requireDate } from '../dates.ts';
import { formatShortDay, listDays } from '../days.ts';
import { measureLabel } from '../labels.ts';
import { type Measure, measuresOf } from '../series.ts';
import { type LinkView, placeLink, requireRecord, sideLabel, type ViewContext } from './context.ts';
import { type ChartView, chartView } from './figure-chart.ts';
import { type FigureView, figureViews } from './figures.ts';
import { type FrameView, frameView } from './frame.ts';

/** One measure with its chart and its table. */
export interface MeasureView {
  readonly id: string;
  readonly title: string;
  readonly chart: ChartView | undefined;
  readonly figures: readonly FigureView[];
  readonly csv: string;
}

/** One row of the balance of claims. */
export interface BalanceRow {
  readonly what: LinkView;
  readonly counts: readonly string[];
}

/** The page of all running totals, and of the balance of claims. */
export interface FiguresPageView {
  readonly frame: FrameView;
  readonly title: string;
  readonly measures: readonly MeasureView[];
  readonly sides: readonly string[];
  readonly days: readonly BalanceRow[];
  readonly places: readonly BalanceRow[];
}

const placeLimit = 40;

/** Returns the page of figures. */
export function figuresPageView(context: ViewContext): FiguresPageView {
  const { chronicle, urls } = context;
  const measures = measuresOf(chronicle);
  const sides = [...chronicle.config.sides.map((side) => side.id), 'third-party'];
  const title = 'Figures';
  const row = (what: LinkView, keys: readonly string[]): BalanceRow => {
    const balance = computeBalance(
      chronicle,
      keys.map((key) => requireRecord(chronicle.claims, key)),
    );
    return {
      what,
      counts: [...sides, 'joint'].map(
        (side) => `${balance.counts.get(side) ?? 0} (${formatShare(balance.counts.get(side) ?? 0, balance.total)})`,
      ),
    };
  };
  const { from, to } = chronicle.config.focus;
  const busiest = [...chronicle.backlinks.places]
    .sort(([a, first], [b, second]) => second.claims.length - first.claims.length || (a < b ? -1 : 1))
    .slice(0, placeLimit);
  return {
    frame: frameView(context, {
      path: urls.page('figures'),
      title,
      description: `How ${chronicle.figures.size} stated numbers moved: each claimant's running totals by measure, never summed and never joined, and the balance of claims by day and place.`,
    }),
    title,
    measures: measures.map((measure) => measureView(context, measure)),
    sides: [...sides.map((side) => sideLabel(context, side)), 'Joint'],
    days: listDays(from, to).map((day) =>
      row(
        { href: urls.day(day), text: formatShortDay(day) },
        (chronicle.days.get(day) ?? []).flatMap((id) => claimsStarting(context, id, day)),
      ),
    ),
    places: busiest.map(([id, links]) => row(placeLink(context, id), links.claims)),
  };
}

/** Returns a measure's title: `Soldiers killed, Armenian side, since 27 September 2020`. */
export function measureTitle(context: ViewContext, measure: Measure): string {
  return `${measureLabel(measure)}, ${sideLabel(context, measure.side)}, since ${formatDate(requireDate(measure.since))}`;
}

function measureView(context: ViewContext, measure: Measure): MeasureView {
  return {
    id: measure.id,
    title: measureTitle(context, measure),
    chart: chartView(context, measure),
    figures: measure.series.flatMap((series) => figureViews(context, series.figures)),
    csv: context.urls.file(`figures/${measure.id}.csv`),
  };
}

function claimsStarting({ chronicle }: ViewContext, id: string, day: string): string[] {
  const entry = requireRecord(chronicle.entries, id);
  return entry.date.start === day ? entry.claims.map((claim) => claim.key) : [];
}
