import { z } from 'zod';
import {
  dateSchema,
  expecting,
  languageSchema,
  proseSchema,
  sourceIdSchema,
  textSchema,
  urlSchema,
  wasSchema,
} from './fields.ts';

/** Kinds of document, in the terms of the Citation Style Language. */
export const sourceTypes = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'book',
  'broadcast',
  'chapter',
  'dataset',
  'entry-encyclopedia',
  'legal_case',
  'legislation',
  'map',
  'post',
  'post-weblog',
  'report',
  'speech',
  'treaty',
  'webpage',
] as const;

/** What kind of publisher stands behind a source. */
export const sourceClasses = [
  'agency',
  'newspaper',
  'broadcaster',
  'ngo',
  'igo',
  'official',
  'academic',
  'partisan',
  'tertiary',
] as const;

/** One document that statements were read in; the fields are those of CSL. */
export const sourceSchema = z
  .strictObject({
    title: textSchema(300).describe('The headline or title as published, in its own language.'),
    type: z.enum(sourceTypes).describe('The kind of document, in the terms of CSL.'),
    publisher: textSchema(160).describe('The site or paper where it was read.'),
    agency: z
      .preprocess(
        (value) => (value === undefined || Array.isArray(value) ? value : [value]),
        z.array(textSchema(120)).default([]),
      )
      .describe('Whose text it carries, if not its own.'),
    author: z.array(textSchema(120)).default([]).describe('Who wrote it, as printed.'),
    issued: dateSchema.optional().describe('When it was published; left out when unknown.'),
    language: languageSchema.describe('The language it was read in.'),
    url: urlSchema.optional().describe('Where it can be read; this or `url-missing`.'),
    'url-missing': textSchema(200).optional().describe('Why there is no `url`.'),
    archive: urlSchema.optional().describe('An archived copy; this or `archive-missing`.'),
    'archive-missing': textSchema(200).optional().describe('Why there is no `archive`.'),
    origin: sourceIdSchema.default('self').describe('`self`, or the source whose text it repeats.'),
    class: z.enum(sourceClasses).describe('What kind of publisher stands behind its text; see the methodology.'),
    party: z.string().describe('`none`, or the side of chronicle.yml that it belongs to.'),
    note: proseSchema(500).optional().describe('What a reader of the source should know of it.'),
    was: wasSchema,
  })
  .refine((source) => (source.url === undefined) !== (source['url-missing'] === undefined), {
    ...expecting('missing-reason', 'either `url` or `url-missing` with a reason'),
    path: ['url'],
  })
  .refine((source) => (source.archive === undefined) !== (source['archive-missing'] === undefined), {
    ...expecting('missing-reason', 'either `archive` or `archive-missing` with a reason'),
    path: ['archive'],
  })
  // The same two rules for editors, which know JSON Schema only.
  .meta({
    allOf: ['url', 'archive'].map((key) => ({ oneOf: [{ required: [key] }, { required: [`${key}-missing`] }] })),
  });

/** The frontmatter of a source. */
export type SourceData = z.infer<typeof sourceSchema>;
