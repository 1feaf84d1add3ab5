import { identify, type ReadRecord, readRecord } from '../core/read-record.ts';
import type { ContentFile } from '../core/text-file.ts';

/** Reads a record's file and returns it as JSON; `undefined` where it has problems, for those are told by who reads it. */
export function packRecord(file: ContentFile): string | undefined {
  const identity = identify(file.path);
  if (!identity) return undefined;
  const { text: _, ...record } = readRecord(file, identity.folder, identity.id);
  return record.messages.length === 0 ? JSON.stringify(record) : undefined;
}

/** Returns the record that was packed from a file. */
export function unpackRecord(packed: string, file: ContentFile): ReadRecord {
  return { ...(JSON.parse(packed) as Omit<ReadRecord, 'text'>), text: decoder.decode(file.bytes) };
}

const decoder = new TextDecoder();
