import type { ContentMessage } from '../messages.ts';
import type { ReadRecord } from '../read-record.ts';
import type { EntryData } from '../schema.ts';
import { reviewForm } from './form.ts';
import { listRuns, reviewCitations } from './prose.ts';

/** Reports what a careful reading of a record alone finds, without any other. */
export function reviewAlone(record: ReadRecord): ContentMessage[] {
  const entry = record.folder === 'entries' ? (record.data as EntryData | undefined) : undefined;
  const isRead = entry !== undefined && entry.status !== 'withdrawn';
  return [...(isRead ? reviewCitations(record) : []), ...reviewForm(record)];
}

/** Returns a record in which a careful reading alone found nothing with what one beside the others needs. */
export function markReviewed(record: ReadRecord): ReadRecord {
  return { ...record, reviewed: { runs: record.folder === 'entries' ? listRuns(record) : [] } };
}
