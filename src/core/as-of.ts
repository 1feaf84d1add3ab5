import { requireDate } from './dates.ts';
import type { Chronicle } from './model.ts';

/** Whether a statement could be read on a day: by then, only later, or nobody knows because its sources are undated. */
export type Knowledge = 'known' | 'later' | 'undated';

/**
 * Tells whether something with these sources could be read by a day: its earliest source was published by then. A source
 * whose date covers the day and more (a month, a year) counts from its last day.
 */
export function knowledgeOn({ sources }: Pick<Chronicle, 'sources'>, ids: readonly string[], day: string): Knowledge {
  const dates = ids.flatMap((id) => {
    const issued = sources.get(id)?.issued;
    return issued === undefined ? [] : [requireDate(issued).end];
  });
  if (dates.some((date) => date <= day)) return 'known';
  return dates.length < ids.length ? 'undated' : 'later';
}
