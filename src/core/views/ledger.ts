import { formatDate } from '../dates.ts';
import { answerLabels } from '../labels.ts';
import type { Claim } from '../model.ts';
import {
  actorLink,
  type Column,
  columnOf,
  type LinkView,
  requireRecord,
  sideLabel,
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
  /** What it answers. */
  readonly answers: readonly {
    readonly verb: string;
    readonly href: string;
    readonly of: string;
    readonly says: string;
    readonly isBeside: boolean;
  }[];
  /** What answers it from other entries. */
  readonly answeredBy: readonly { readonly verb: string; readonly href: string; readonly by: string }[];
  readonly about: readonly LinkView[];
  readonly sources: readonly LinkView[];
}

/** A statement and the answers to it, in the order in which they are read. */
export interface LedgerRow {
  readonly claims: readonly ClaimView[];
}

/** Statements in columns by side, a denial beside what it denies. */
export interface LedgerView {
  readonly columns: readonly { readonly column: Column; readonly label: string }[];
  readonly rows: readonly LedgerRow[];
}

/** Returns the ledger of some statements of one entry or day; answers stand in the row of what they answer. */
export function ledgerView(context: ViewContext, claims: readonly Claim[]): LedgerView {
  const here = new Set(claims.map((claim) => claim.key));
  const groups = groupByAnswer(claims, here);
  const rows = groups.map((group) => ({
    claims: group.map((claim) => claimView(context, claim, new Set(group.map((item) => item.key)))),
  }));
  const [first, second] = context.chronicle.config.sides;
  const hasThird = rows.some((row) => row.claims.some((claim) => claim.column === 'third'));
  return {
    columns: [
      { column: 'a', label: first.name },
      { column: 'b', label: second.name },
      ...(hasThird ? [{ column: 'third' as const, label: 'Third parties' }] : []),
    ],
    rows,
  };
}

/** Returns one statement; `beside` holds the statements that stand in its row. */
export function claimView(context: ViewContext, claim: Claim, beside: ReadonlySet<string> = new Set()): ClaimView {
  const { chronicle, urls } = context;
  const entry = requireRecord(chronicle.entries, claim.entry);
  const column = columnOf(context, claim.by);
  const nameOf = (key: string) => {
    const target = chronicle.claims.get(key);
    return target ? target.by.map((id) => actorLink(context, id).text).join(', ') : '';
  };
  return {
    id: claim.id,
    href: urls.statement(claim.key),
    column,
    columnLabel: column === 'joint' ? 'Joint statement' : sideLabel(context, columnSide(context, column)),
    by: claim.by.map((id) => actorLink(context, id)),
    says: claim.says,
    on: claim.on.edtf === entry.date.edtf ? undefined : formatDate(claim.on),
    answers: claim.answers.map((answer) => ({
      verb: answerLabels[answer.kind],
      href: urls.statement(answer.claim),
      of: nameOf(answer.claim),
      says: chronicle.claims.get(answer.claim)?.says ?? '',
      isBeside: beside.has(answer.claim),
    })),
    answeredBy: (chronicle.answers.get(claim.key) ?? [])
      .filter((answer) => !beside.has(answer.by))
      .map((answer) => ({ verb: answerLabels[answer.kind], href: urls.statement(answer.by), by: nameOf(answer.by) })),
    about: claim.about.map((id) => actorLink(context, id)),
    sources: claim.sources.map((id) => ({
      href: urls.record('sources', id),
      text: requireRecord(chronicle.sources, id).publisher,
    })),
  };
}

function columnSide({ chronicle }: ViewContext, column: Column): string {
  const [first, second] = chronicle.config.sides;
  return column === 'a' ? first.id : column === 'b' ? second.id : 'third-party';
}

// Each statement that answers none of the others starts a group; what answers a member joins its group.
function groupByAnswer(claims: readonly Claim[], here: ReadonlySet<string>): Claim[][] {
  const groupOf = new Map<string, Claim[]>();
  const groups: Claim[][] = [];
  const open = [...claims];
  let progress = true;
  while (open.length > 0 && progress) {
    progress = false;
    for (const claim of [...open]) {
      const targets = claim.answers.map((answer) => answer.claim).filter((key) => here.has(key) && key !== claim.key);
      const joined = targets.map((key) => groupOf.get(key)).find((group) => group !== undefined);
      if (targets.length > 0 && !joined) continue;
      const group = joined ?? [];
      if (!joined) groups.push(group);
      group.push(claim);
      groupOf.set(claim.key, group);
      open.splice(open.indexOf(claim), 1);
      progress = true;
    }
  }
  // Statements that answer each other in a circle have no first one; they stay in their order.
  return open.length > 0 ? [...groups, open] : groups;
}
