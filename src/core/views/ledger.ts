import { formatDate } from '../dates.ts';
import { answerLabels } from '../labels.ts';
import type { Claim } from '../model.ts';
import type { CiteView } from './cite.ts';
import { claimantNames, type StandingView, standingView } from './standing.ts';
import {
  actorLink,
  type Column,
  columnOf,
  type LinkView,
  requireRecord,
  type SourceNumbers,
  sideLabel,
  sourceMarks,
  type ViewContext,
} from './context.ts';

/** One statement as it stands in a ledger. */
export interface ClaimView {
  /** Its fragment on the entry's page. */
  readonly id: string;
  readonly href: string;
  readonly column: Column;
  readonly columnLabel: string;
  readonly by: readonly LinkView[];
  readonly says: string;
  /** When it was said, where that is not the entry's date. */
  readonly on: string | undefined;
  /** What kinds of answer it is: `denial`; empty if it answers nothing. */
  readonly answerTo: string;
  /** What it answers, where that does not stand right beside it. */
  readonly answers: readonly {
    readonly noun: string;
    readonly href: string;
    readonly of: string;
    readonly says: string;
  }[];
  /** What answers it from other entries. */
  readonly answeredBy: readonly { readonly text: string; readonly href: string; readonly by: string }[];
  readonly about: readonly LinkView[];
  readonly sources: readonly LinkView[];
  /** `3, 7`: the numbers of its sources in the page's list of sources, for print, where that list has numbers. */
  readonly marks: string | undefined;
  readonly standing: StandingView;
  /** How to cite it, on the page that its address leads to. */
  readonly cite: CiteView | undefined;
}

/** A statement and the answers to it, in the order in which they are read. */
export interface LedgerRow {
  readonly claims: readonly ClaimView[];
}

/** One side's column, with the statements of that side that stand in no exchange. */
export interface LedgerColumn {
  readonly column: Exclude<Column, 'joint'>;
  readonly label: string;
  readonly claims: readonly ClaimView[];
  /** Whether no statement of that side stands anywhere in the ledger. */
  readonly isSilent: boolean;
}

/** Statements in columns by side, a denial beside what it denies. */
export interface LedgerView {
  readonly columns: readonly LedgerColumn[];
  /** Statements that answer one another, a row for each exchange. */
  readonly exchanges: readonly LedgerRow[];
  /** Statements of both sides together that stand in no exchange. */
  readonly joint: readonly ClaimView[];
}

/** What a page knows of the statements in its ledger. */
export interface LedgerOptions {
  /** How to cite each, by its id within the entry. */
  readonly cites?: ReadonlyMap<string, CiteView>;
  /** The numbers of the sources in the page's list. */
  readonly numbers?: SourceNumbers;
}

/** Returns the ledger of some statements of one entry or day; answers stand in the row of what they answer. */
export function ledgerView(
  context: ViewContext,
  claims: readonly Claim[],
  { cites = new Map(), numbers = new Map() }: LedgerOptions = {},
): LedgerView {
  const here = new Set(claims.map((claim) => claim.key));
  const groups = groupByAnswer(claims, here);
  const views = groups.map((group) =>
    group.map((claim) => ({
      ...claimView(context, claim, new Set(group.map((item) => item.key))),
      marks: sourceMarks(claim.sources, numbers),
      cite: cites.get(claim.id),
    })),
  );
  const alone = views.filter((group) => group.length === 1).flat();
  const present = new Set(views.flat().map((claim) => claim.column));
  const [first, second] = context.chronicle.config.sides;
  const columns = [
    { column: 'a', label: first.name },
    { column: 'b', label: second.name },
    { column: 'third', label: 'Third parties' },
  ] as const;
  return {
    columns: columns
      .filter(({ column }) => column !== 'third' || present.has('third'))
      .map((head) => ({
        ...head,
        claims: alone.filter((claim) => claim.column === head.column),
        isSilent: !present.has(head.column) && !present.has('joint'),
      })),
    exchanges: views.filter((group) => group.length > 1).map((group) => ({ claims: group })),
    joint: alone.filter((claim) => claim.column === 'joint'),
  };
}

/** Returns one statement; `beside` holds the statements that stand in its row. */
export function claimView(context: ViewContext, claim: Claim, beside: ReadonlySet<string> = new Set()): ClaimView {
  const { chronicle, urls } = context;
  const entry = requireRecord(chronicle.entries, claim.entry);
  const column = columnOf(context, claim.by);
  // The reason of the standing names this one already.
  const named = chronicle.standings.get(claim.key)?.answers[0]?.by;
  return {
    id: claim.id,
    href: urls.statement(claim.key),
    column,
    columnLabel: column === 'joint' ? 'Joint statement' : sideLabel(context, columnSide(context, column)),
    by: claim.by.map((id) => actorLink(context, id)),
    says: claim.says,
    on: claim.on.edtf === entry.date.edtf ? undefined : formatDate(claim.on),
    answerTo: [...new Set(claim.answers.map((answer) => answerLabels[answer.kind].noun))].join(', '),
    answers: claim.answers
      .filter((answer) => !beside.has(answer.claim))
      .map((answer) => ({
        noun: answerLabels[answer.kind].noun,
        href: urls.statement(answer.claim),
        of: claimantNames(context, answer.claim),
        says: requireRecord(chronicle.claims, answer.claim).says,
      })),
    answeredBy: (chronicle.answers.get(claim.key) ?? [])
      .filter((answer) => !beside.has(answer.by) && answer.by !== named)
      .map((answer) => ({
        text: answerLabels[answer.kind].passive,
        href: urls.statement(answer.by),
        by: claimantNames(context, answer.by),
      })),
    about: claim.about.map((id) => actorLink(context, id)),
    sources: claim.sources.map((id) => ({
      href: urls.record('sources', id),
      text: requireRecord(chronicle.sources, id).publisher,
    })),
    standing: standingView(context, claim),
    marks: undefined,
    cite: undefined,
  };
}

function columnSide({ chronicle }: ViewContext, column: Column): string {
  const [first, second] = chronicle.config.sides;
  return column === 'a' ? first.id : column === 'b' ? second.id : 'third-party';
}

// Statements that answer one another, directly or through others, form a group; within it each is followed by its answers.
function groupByAnswer(claims: readonly Claim[], here: ReadonlySet<string>): Claim[][] {
  const targetsOf = (claim: Claim) => claim.answers.map((answer) => answer.claim).filter((key) => here.has(key));
  const byKey = new Map(claims.map((claim) => [claim.key, claim]));
  const placed = new Set<Claim>();
  const place = (claim: Claim, group: Claim[]) => {
    if (placed.has(claim)) return;
    placed.add(claim);
    group.push(claim);
    for (const answer of claims.filter((other) => targetsOf(other).includes(claim.key))) {
      for (const key of targetsOf(answer)) {
        const target = byKey.get(key);
        if (target) place(target, group);
      }
      place(answer, group);
    }
  };
  const roots = claims.filter((claim) => targetsOf(claim).length === 0);
  const groups: Claim[][] = [];
  // Statements that answer each other in a circle have no first one; they follow in their order.
  for (const claim of [...roots, ...claims]) {
    if (placed.has(claim)) continue;
    const group: Claim[] = [];
    place(claim, group);
    groups.push(group);
  }
  return groups;
}
