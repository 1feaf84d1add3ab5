import type { History } from './model.ts';

/** Returns the days on which each record, `folder/id`, was first and last changed, as far as the history knows them. */
export function recordDates(
  history: History | undefined,
): Map<string, { readonly added: string | undefined; readonly changed: string }> {
  const dates = new Map<string, { added: string | undefined; changed: string }>();
  for (const [key, { revisions, isCommitted }] of history?.records ?? []) {
    const [newest] = revisions;
    if (!newest || !isCommitted) continue;
    dates.set(key, { added: revisions.findLast(({ kind }) => kind === 'added')?.day, changed: newest.day });
  }
  return dates;
}
