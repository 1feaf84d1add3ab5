import type { VFileMessage } from 'vfile-message';
import { createMessage } from './messages.ts';
import type { ReadRecord } from './read-record.ts';

/** Reports every earlier address of a record at which a page stands today: the redirect would take its place. */
export function checkRedirects(records: readonly ReadRecord[], pages: ReadonlySet<string>): VFileMessage[] {
  return records.flatMap((record) => {
    const was = record.data && 'was' in record.data ? record.data.was : [];
    return was.flatMap((address, index) => {
      if (!pages.has(address)) return [];
      const position = record.located?.locate(['was', index]) ?? { line: 1, column: 1 };
      const parts = { what: 'address', actual: address, expected: 'one at which no page stands today' };
      return [createMessage(record.path, 'duplicate-address', position, parts)];
    });
  });
}
