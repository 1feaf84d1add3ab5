import { formatDay } from '../days.ts';
import type { Revision } from '../history/model.ts';
import type { ViewContext } from './context.ts';

const shownLimit = 10;
const commitLength = 10;

/** A change as it is shown. */
export interface RevisionView {
  readonly day: string;
  readonly machine: string;
  /** The commit, where its address is known. */
  readonly href: string | undefined;
  readonly commit: string;
  readonly sentences: readonly string[];
}

/** The past of a record, for its page. */
export interface HistoryView {
  /** When the record came to be what it is, where the repository knows that. */
  readonly changed: { readonly day: string; readonly machine: string } | undefined;
  readonly revisions: readonly RevisionView[];
  /** What is not listed, and why; empty where everything is. */
  readonly remark: string;
}

/** Returns the past of a record, `folder/id`, and of what it was under former ids; `undefined` where nobody asked. */
export function historyView(
  context: ViewContext,
  key: string,
  former: readonly string[] = [],
): HistoryView | undefined {
  const { history } = context;
  const record = history?.records.get(key);
  if (!history || !record) return undefined;
  const earlier = former.flatMap((other) =>
    (history.records.get(`${key.split('/')[0]}/${other}`)?.revisions ?? []).filter(
      (revision) => revision.kind !== 'removed',
    ),
  );
  const revisions = [...record.revisions, ...earlier];
  const [newest] = record.revisions;
  return {
    changed: newest && record.isCommitted ? { day: formatDay(newest.day), machine: newest.day } : undefined,
    revisions: revisions.slice(0, shownLimit).map((revision) => revisionView(context, revision)),
    remark: describeReach(context, revisions.length - shownLimit),
  };
}

/** Returns the ids that an entry had under earlier addresses: `/2020/10/29/words/` was that of `2020-10-29-words`. */
export function formerIds(was: readonly string[]): string[] {
  return was.flatMap((address) => {
    const parts = address.split('/').filter(Boolean);
    return /^\d{4}$/.test(parts[0] ?? '') && /[a-z]/.test(parts.at(-1) ?? '') ? [parts.join('-')] : [];
  });
}

/** Returns one change with its link. */
export function revisionView({ chronicle }: ViewContext, revision: Revision): RevisionView {
  const repository = chronicle.config.repository?.replace(/\/$/, '');
  return {
    day: formatDay(revision.day),
    machine: revision.day,
    href: repository === undefined ? undefined : `${repository}/commit/${revision.commit}`,
    commit: revision.commit.slice(0, commitLength),
    sentences: tellRevision(revision),
  };
}

/** Returns what the history leaves out, in one or two sentences; empty where it leaves out nothing. */
export function describeReach({ history }: ViewContext, more = 0): string {
  const reach = history?.reach;
  return [
    more > 0 ? `${more} earlier ${more === 1 ? 'change is' : 'changes are'} not listed here.` : '',
    reach?.kind === 'missing' ? 'The history was not at hand when this page was built.' : '',
    reach?.kind === 'shallow'
      ? `Changes up to ${formatDay(reach.since)} are not listed: this page was built from a copy of the repository that begins there.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function tellRevision({ kind, sentences }: Revision): readonly string[] {
  if (kind === 'added') return ['Added.'];
  if (kind === 'removed') return ['Removed.'];
  if (sentences === undefined) return ['Changed.'];
  return sentences.length === 0 ? ['Form edited; what it says is the same.'] : sentences;
}
