import type { RecordReader } from '../core/chronicle.ts';
import { identify, type ReadRecord, readRecord } from '../core/read-record.ts';
import { markReviewed, reviewAlone } from '../core/review/alone.ts';
import type { ContentFile } from '../core/text-file.ts';

/** A record without what its file says again; of its body there is left how long it is. */
interface PackedRecord extends Omit<ReadRecord, 'bytes' | 'text' | 'bodyText'> {
  /** The empty lines that stand for those of the frontmatter. */
  readonly padding: number;
  /** In letters, without those lines. */
  readonly bodyLength: number;
}

/**
 * Reads a record's file and returns it as JSON; `undefined` where it has problems, for those are told by who reads it. With
 * `isReviewed`, what a careful reading finds is a problem too.
 */
export function packRecord(file: ContentFile, isReviewed: boolean): string | undefined {
  const identity = identify(file.path);
  if (!identity) return undefined;
  const record = readRecord(file, identity.folder, identity.id, isReviewed);
  if (record.messages.length > 0 || (isReviewed && reviewAlone(record).length > 0)) return undefined;
  const { bytes: _bytes, text: _text, bodyText, ...rest } = isReviewed ? markReviewed(record) : record;
  const bodyLength = bodyText.replace(/^\n+/, '').length;
  const packed: PackedRecord = { ...rest, padding: bodyText.length - bodyLength, bodyLength };
  return JSON.stringify(packed);
}

/**
 * Returns the reader of records that were packed, by their paths; each is given once, and what was not packed is read. A
 * record's text is its file's, and made when it is asked for.
 */
export function readPackedRecords(packed: Map<string, string | Buffer>): RecordReader {
  return (file, folder, id) => {
    const json = packed.get(file.path);
    packed.delete(file.path);
    return json === undefined ? readRecord(file, folder, id) : unpackRecord(json.toString(), file.bytes);
  };
}

function unpackRecord(json: string, bytes: Uint8Array): ReadRecord {
  const { padding, bodyLength, ...rest } = JSON.parse(json) as PackedRecord;
  return {
    ...rest,
    bytes,
    get text() {
      return decoder.decode(bytes);
    },
    get bodyText() {
      const { text } = this;
      return '\n'.repeat(padding) + text.slice(text.length - bodyLength);
    },
  };
}

const decoder = new TextDecoder();
