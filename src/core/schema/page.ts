import { z } from 'zod';
import { proseSchema, textSchema } from './fields.ts';

/** A text about the chronicle itself: about, methodology, names, contribute. */
export const pageSchema = z.strictObject({
  title: textSchema(90).describe('The heading of the page.'),
  summary: proseSchema(280).describe('What the page tells, in a sentence.'),
});

/** The frontmatter of a page. */
export type PageData = z.infer<typeof pageSchema>;
