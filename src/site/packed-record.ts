import { identify, type ReadRecord, readRecord } from '../core/read-record.ts';
import { markReviewed, reviewAlone } from '../core/review/alone.ts';
import type { ContentFile } from '../core/text-file.ts';

/**
 * Reads a record's file and returns it as JSON; `undefined` where it has problems, for those are told by who reads it. With
 * `isReviewed`, what a careful reading finds is a problem too.
 */
export function packRecord(file: ContentFile, isReviewed: boolean): string | undefined {
  const identity = identify(file.path);
  if (!identity) return undefined;
  const record = readRecord(file, identity.folder, identity.id, isReviewed);
  if (record.messages.length > 0 || (isReviewed && reviewAlone(record).length > 0)) return undefined;
  const { text: _text, bytes: _bytes, ...packed } = isReviewed ? markReviewed(record) : record;
  return JSON.stringify(packed);
}

/** Returns the record that was packed from a file. */
export function unpackRecord(packed: string, file: ContentFile): ReadRecord {
  const { bytes } = file;
  return { ...(JSON.parse(packed) as Omit<ReadRecord, 'text' | 'bytes'>), bytes, text: decoder.decode(bytes) };
}

const decoder = new TextDecoder();
