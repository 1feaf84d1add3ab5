import { entryKindLabels } from '../labels.ts';
import type { EntryKind } from '../schema.ts';
import { type StandingKind, standings } from '../standing.ts';
import type { ViewContext } from './context.ts';
import type { ChartView } from './figure-chart.ts';
import { type FrameView, frameView } from './frame.ts';
import type { ClaimView, LedgerView } from './ledger.ts';

/** The page that shows every component in every state. */
export interface DesignView {
  readonly frame: FrameView;
  readonly title: string;
  readonly sides: readonly [string, string];
  readonly kinds: readonly { readonly id: EntryKind; readonly label: string }[];
  /** One statement for each standing, and an exchange; form alone, nobody's words. */
  readonly ledger: LedgerView;
  readonly chart: ChartView;
}

/** Returns the page of the design. */
export function designView(context: ViewContext): DesignView {
  const title = 'Design';
  const [first, second] = context.chronicle.config.sides;
  return {
    frame: frameView(context, {
      path: context.urls.page('about/design'),
      title,
      description: 'Every component of these pages in every state: type, colours, signs, ledger, figures.',
    }),
    title,
    sides: [first.name, second.name],
    kinds: Object.entries(entryKindLabels).map(([id, label]) => ({ id: id as EntryKind, label })),
    ledger: sampleLedger(context),
    chart: sampleChart,
  };
}

function sampleLedger({ urls, chronicle }: ViewContext): LedgerView {
  const [first, second] = chronicle.config.sides;
  const sample = (kind: StandingKind, column: ClaimView['column'], answerTo = ''): ClaimView => ({
    id: `sample-${kind}`,
    href: urls.page('about/design'),
    column,
    columnLabel: { a: first.name, b: second.name, third: 'Third parties', joint: 'Joint statement' }[column],
    by: [{ href: urls.page('about/design'), text: 'Somebody' }],
    says: standings[kind].meaning,
    on: undefined,
    answerTo,
    answers: [],
    answeredBy: [],
    about: [],
    sources: [{ href: urls.page('about/design'), text: 'a paper' }],
    standing: { kind, label: standings[kind].label, reason: 'the reason in words', href: undefined },
    marks: undefined,
    cite: undefined,
  });
  return {
    columns: [
      {
        column: 'a',
        label: first.name,
        claims: [sample('single-source', 'a'), sample('retracted', 'a')],
        isSilent: false,
      },
      { column: 'b', label: second.name, claims: [sample('reported', 'b')], isSilent: false },
      { column: 'third', label: 'Third parties', claims: [], isSilent: true },
    ],
    exchanges: [{ claims: [sample('contested', 'a'), sample('conceded', 'b', 'denial')] }],
    joint: [sample('corroborated', 'joint')],
  };
}

const line = (column: 'a' | 'b' | 'third', y: number, marks: ChartView['lines'][number]['marks'], label: string) => ({
  column,
  path: marks.map(({ x, y: at }, index) => (index === 0 ? `M${x} ${at}` : `H${x}V${at}`)).join(''),
  dash: column === 'third' ? '6 3' : undefined,
  marks,
  label,
  labelY: y + 4,
  labelX: 462,
  endX: marks.at(-1)?.x ?? 0,
  endY: y,
});

const mark = (x: number, y: number, bound: ChartView['lines'][number]['marks'][number]['bound'], y2 = y) => ({
  x,
  y,
  y2,
  bound,
  label: '',
});

// Drawn by hand: each bound once.
const sampleChart: ChartView = {
  width: 830,
  height: 160,
  base: 140,
  left: 58,
  right: 450,
  yTicks: [
    { y: 140, label: '0' },
    { y: 20, label: '100' },
  ],
  xTicks: [
    { x: 58, label: 'first day' },
    { x: 450, label: 'last day' },
  ],
  lines: [
    line(
      'a',
      30,
      [mark(80, 110, 'exact'), mark(200, 70, 'at-least'), mark(330, 30, 'more-than')],
      'as stated; at least; more than',
    ),
    line(
      'b',
      64,
      [mark(90, 128, 'exact'), mark(260, 90, 'about'), mark(400, 64, 'less-than')],
      'as stated; about; fewer than',
    ),
    line('third', 100, [mark(300, 100, 'range', 80)], 'a range'),
  ],
  omitted: '',
  description: 'A sample of each bound: as stated, at least, more than, about, fewer than, a range.',
};
