import { formatCount } from '../counts.ts';
import { formatDate } from '../dates.ts';
import { measureLabel } from '../labels.ts';
import type { Figure } from '../model.ts';
import {
  actorLink,
  type Column,
  columnOf,
  type LinkView,
  placeLink,
  requireRecord,
  type SourceNumbers,
  sideLabel,
  sourceMarks,
  type ViewContext,
} from './context.ts';

/** One number as a row of a table. */
export interface FigureView {
  readonly id: string;
  readonly href: string;
  readonly column: Column;
  readonly by: readonly LinkView[];
  /** Whether the row before is stated by the same, so that print need not name them again. */
  readonly isSameSpeaker: boolean;
  readonly measure: string;
  readonly side: string;
  readonly places: readonly LinkView[];
  readonly count: string;
  /** `since 27 September 2020`, or empty for the event alone. */
  readonly since: string;
  readonly asOf: string;
  readonly note: string | undefined;
  readonly sources: readonly LinkView[];
  /** `3, 7`: the numbers of its sources in the page's list of sources, for print, where that list has numbers. */
  readonly marks: string | undefined;
}

/** Returns numbers as rows; none is summed, rounded or merged. */
export function figureViews(
  context: ViewContext,
  figures: readonly Figure[],
  numbers: SourceNumbers = new Map(),
): FigureView[] {
  const { chronicle, urls } = context;
  return figures.map((figure, index) => ({
    id: figure.id,
    href: urls.statement(figure.key),
    column: columnOf(context, figure.by),
    by: figure.by.map((id) => actorLink(context, id)),
    isSameSpeaker: figures[index - 1]?.by.join() === figure.by.join(),
    measure: measureLabel(figure),
    side: sideLabel(context, figure.side),
    places: figure.places.map((id) => placeLink(context, id)),
    count: formatCount(figure.count),
    since: figure.since ? `since ${formatDate(figure.since)}` : '',
    asOf: formatDate(figure.asOf),
    note: figure.note,
    sources: figure.sources.map((id) => ({
      href: urls.record('sources', id),
      text: requireRecord(chronicle.sources, id).publisher,
    })),
    marks: sourceMarks(figure.sources, numbers),
  }));
}
