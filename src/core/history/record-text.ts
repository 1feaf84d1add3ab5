import { splitFrontmatter } from '../frontmatter.ts';
import type { RecordText } from './model.ts';
import { asRecord } from './words.ts';

/** Returns a record's data and prose as they stood in some version of its file; `undefined` where that could not be read. */
export function readRecordText(path: string, text: string): RecordText | undefined {
  const { frontmatter, body } = splitFrontmatter(path, text);
  return frontmatter && { data: asRecord(frontmatter.data), body };
}
