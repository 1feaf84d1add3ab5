import { addDays, formatDay, listDays } from '../days.ts';
import { type Knowledge, knowledgeOn, restrictTo } from '../as-of.ts';
import type { Claim } from '../model.ts';
import { countNoun, entryLink, type LinkView, requireRecord, type ViewContext } from './context.ts';
import { type FigureView, figureViews } from './figures.ts';
import { type FrameView, frameView } from './frame.ts';
import { type ClaimView, claimView } from './ledger.ts';

/** One entry of the day with what could be read of it. */
export interface AsOfEntry extends LinkView {
  readonly known: readonly ClaimView[];
  readonly later: readonly ClaimView[];
  readonly undated: readonly ClaimView[];
}

/** What a reader of one day could have read. */
export interface AsOfView {
  readonly frame: FrameView;
  readonly title: string;
  readonly lede: string;
  readonly day: LinkView;
  /** Entries of which something could be read. */
  readonly entries: readonly AsOfEntry[];
  /** Entries of which nothing could be read, or nobody can say. */
  readonly unread: readonly AsOfEntry[];
  readonly figures: readonly FigureView[];
  readonly laterFigures: number;
  /** Earlier days of the period, with what of them could be read by then. */
  readonly earlier: readonly (LinkView & { readonly remark: string })[];
  readonly previous: LinkView | undefined;
  readonly next: LinkView | undefined;
}

/** Returns the days that have such a page: those of the focus period. */
export function listAsOfDays({ chronicle }: ViewContext): string[] {
  return listDays(chronicle.config.focus.from, chronicle.config.focus.to);
}

/** Returns what a reader of a day could have read of that day and those before. */
export function asOfView(context: ViewContext, day: string): AsOfView {
  const { chronicle, urls } = context;
  const { from, to } = chronicle.config.focus;
  const own = entriesStarting(context, day);
  const claims = own.flatMap((entry) => entry.claims);
  const then = { ...context, chronicle: restrictTo(chronicle, day, claims) };
  const figures = own.flatMap((entry) => entry.figures);
  const knownFigures = figures.flatMap((figure) => then.chronicle.figures.get(figure.key) ?? []);
  const counts = countKnowledge(context, claims, day);
  const link = (other: string) =>
    other < from || other > to ? undefined : { href: urls.asOf(other), text: formatDay(other) };
  const entries = own.map((entry) => {
    const pick = (knowledge: Knowledge) =>
      entry.claims.filter((claim) => knowledgeOn(chronicle, claim.sources, day) === knowledge);
    return {
      ...entryLink(context, entry),
      known: pick('known').map((claim) => claimView(then, requireRecord(then.chronicle.claims, claim.key))),
      later: pick('later').map((claim) => claimView(context, claim)),
      undated: pick('undated').map((claim) => claimView(context, claim)),
    };
  });
  const title = `As known on ${formatDay(day)}`;
  const lede = `${countNoun(counts.known, 'claim')} about this day could be read by its end; ${counts.later} became known later; for ${counts.undated} nobody can say, for want of a source's date.`;
  return {
    frame: frameView(context, {
      path: urls.asOf(day),
      title,
      description: `What a reader of ${formatDay(day)} could have read. ${lede}`,
      record: `as-of:${day}`,
    }),
    title,
    lede,
    day: { href: urls.day(day), text: formatDay(day) },
    entries: entries.filter((entry) => entry.known.length > 0),
    unread: entries.filter((entry) => entry.known.length === 0),
    figures: figureViews(then, knownFigures),
    laterFigures: figures.length - knownFigures.length,
    earlier: listDays(from, addDays(day, -1))
      .reverse()
      .map((other) => {
        const others = entriesStarting(context, other).flatMap((entry) => entry.claims);
        const { known, later, undated } = countKnowledge(context, others, day);
        return {
          href: urls.asOf(other),
          text: formatDay(other),
          remark: `${known} known by ${formatDay(day)}, ${later} later, ${undated} undated`,
        };
      }),
    previous: link(addDays(day, -1)),
    next: link(addDays(day, 1)),
  };
}

function entriesStarting({ chronicle }: ViewContext, day: string) {
  return (chronicle.days.get(day) ?? [])
    .map((id) => requireRecord(chronicle.entries, id))
    .filter((entry) => entry.date.start === day);
}

function countKnowledge({ chronicle }: ViewContext, claims: readonly Claim[], day: string): Record<Knowledge, number> {
  const counts = { known: 0, later: 0, undated: 0 };
  for (const claim of claims) counts[knowledgeOn(chronicle, claim.sources, day)] += 1;
  return counts;
}
