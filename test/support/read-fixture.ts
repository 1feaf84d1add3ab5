import type { ContentFile } from '../../src/core/text-file.ts';
import { readContent } from '../../src/site/read-content.ts';

/** The cases that hold content with problems; each has its `messages.txt`. */
export const faultyCases = [
  'frontmatter',
  'encoding',
  'schema',
  'references',
  'markdown',
  'paths',
  'register',
  'kept',
  'kept-json',
  'review',
  'ten-mistakes',
  'unwritten',
  'hostile',
] as const;

/** Reads the content of one case. */
export function readFixture(name: string): Promise<ContentFile[]> {
  return readContent(`test/fixtures/${name}/content`);
}
