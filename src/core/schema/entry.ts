import { z } from 'zod';
import {
  actorIdSchema,
  countSchema,
  dateSchema,
  daySchema,
  entryIdSchema,
  expecting,
  idSchema,
  oneOrMore,
  placeIdSchema,
  proseSchema,
  sameAsSchema,
  sourceIdSchema,
  textSchema,
  wasSchema,
} from './fields.ts';

/** What an entry is about. */
export const entryKinds = [
  'fighting',
  'strike',
  'territory',
  'ceasefire',
  'agreement',
  'diplomacy',
  'statement',
  'casualties',
  'captives',
  'displacement',
  'humanitarian',
  'heritage',
  'infrastructure',
  'media',
  'legal',
  'protest',
  'background',
  'aftermath',
] as const;

/** How finely a location is known. */
export const placePrecisions = ['exact', 'near', 'settlement', 'area', 'region', 'country'] as const;

/** What happened to those or that which a figure counts. */
export const figureMeasures = [
  'killed',
  'wounded',
  'killed-or-wounded',
  'killed-or-missing',
  'missing',
  'missing-or-captured',
  'captured',
  'held',
  'released',
  'displaced',
  'returned',
  'stranded',
  'affected',
  'detained',
  'deployed',
  'recovered',
  'destroyed',
  'damaged',
  'downed',
  'lost',
  'taken',
  'used',
] as const;

/** Whom or what a figure counts: people first, then materiel and property. */
export const figureSubjects = [
  'all',
  'military',
  'civilians',
  'children',
  'women',
  'journalists',
  'aid-workers',
  'peacekeepers',
  'foreign-fighters',
  'captives',
  'bodies',
  'aircraft',
  'helicopter',
  'drone',
  'tank',
  'armoured-vehicle',
  'vehicle',
  'artillery',
  'air-defence',
  'missile-system',
  'rocket',
  'building',
  'settlement',
  'other',
] as const;

/** How one entry stands to another. */
export const relationKinds = ['follows', 'breaches', 'part-of', 'same-as', 'contradicts', 'supersedes'] as const;

/** How one claim answers another. */
export const answerKinds = ['denies', 'confirms', 'disputes', 'retracts'] as const;

const answerSchema = z.preprocess(
  (value) => (value === undefined || Array.isArray(value) ? value : [value]),
  z
    .array(
      z
        .string()
        .refine(
          (value) => /^[a-z0-9-]+(?:#[a-z0-9-]+)?$/.test(value),
          expecting('bad-id', '`claim-id` of this entry or `entry-id#claim-id`'),
        )
        .meta({ pattern: '^[a-z0-9-]+(?:#[a-z0-9-]+)?$' }),
    )
    .default([]),
);

/** Where an entry happened: a place's id, or the id with how finely the location is known. */
export const placeMentionSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { place: value } : value),
  z.strictObject({
    place: placeIdSchema.describe('The place; its id alone is the short form.'),
    precision: z
      .enum(placePrecisions)
      .optional()
      .describe('How finely the location is known, where the source is vaguer than the place.'),
  }),
);

/** One statement with its owner: who says what, about whom, and what it answers. */
export const claimSchema = z.strictObject({
  id: idSchema.describe('Its name within the entry and its fragment in the address: `#smerch`.'),
  by: oneOrMore(actorIdSchema).describe('The actor who says it; several for a joint statement.'),
  denies: answerSchema.describe('A claim that it denies: `claim-id` here or `entry-id#claim-id`.'),
  confirms: answerSchema.describe('A claim that it confirms.'),
  disputes: answerSchema.describe('A claim that it calls into doubt without denying it.'),
  retracts: answerSchema.describe('A claim of its own that it takes back.'),
  says: proseSchema(600).describe('What is said, in our own words, without "said that".'),
  about: z.array(actorIdSchema).default([]).describe('Actors whom it is about.'),
  on: dateSchema.optional().describe("When it was said; the entry's date if left out."),
  sources: z.array(sourceIdSchema).min(1).describe('Where it was read.'),
});

/** One number with its claimant, its date and what it counts. */
export const figureSchema = z.strictObject({
  id: idSchema.describe('Its name within the entry and its fragment in the address.'),
  by: oneOrMore(actorIdSchema).describe('The actor who states it.'),
  count: countSchema.describe('The number as stated.'),
  of: z.enum(figureMeasures).describe('What happened to those counted.'),
  who: z.enum(figureSubjects).describe('Who or what is counted.'),
  part: idSchema
    .optional()
    .describe('Set when only a part is counted, in words with hyphens: `by-mines`, `in-captivity`.'),
  side: z.string().describe('Whose losses: a side of chronicle.yml, `third-party` or `all`.'),
  places: z.array(placeIdSchema).default([]).describe('Set when the number is for these places alone.'),
  since: dateSchema.optional().describe('Cumulative from this date; left out for this event alone.'),
  'as-of': dateSchema.optional().describe("The date it was stated for; the entry's date if left out."),
  note: textSchema(200).optional().describe('What the number covers, where the fields above do not say it.'),
  sources: z.array(sourceIdSchema).min(1).describe('Where it was read.'),
});

const relatedSchema = z
  .partialRecord(z.enum(relationKinds), entryIdSchema)
  .refine(
    (value) => Object.keys(value).length === 1,
    expecting('wrong-value', 'one relation, such as `follows: entry-id`'),
  )
  .meta({ minProperties: 1, maxProperties: 1 });

/** One visible correction of a published entry. */
export const correctionSchema = z.strictObject({
  on: daySchema.describe('The day of the correction.'),
  note: proseSchema(500).describe('What was wrong, and what it says instead.'),
});

/** One dated event or publication. */
export const entrySchema = z
  .strictObject({
    title: textSchema(90).describe('A neutral headline.'),
    date: dateSchema.describe("When it happened; the start of the file's name."),
    time: textSchema(60).optional().describe('The time of day as stated, local time.'),
    kind: z.enum(entryKinds).describe('What the entry is about.'),
    summary: proseSchema(280).describe('One or two sentences that a reader may quote, attributed.'),
    places: z.array(placeMentionSchema).default([]).describe('Where it happened.'),
    actors: z.array(actorIdSchema).default([]).describe('Actors named beyond the claimants.'),
    sources: z.array(sourceIdSchema).min(1).describe('What the entry as a whole rests on.'),
    claims: z.array(claimSchema).default([]).describe('Who says what, and what it answers.'),
    figures: z.array(figureSchema).default([]).describe('Numbers as stated, each with its claimant.'),
    related: z
      .array(relatedSchema)
      .default([])
      .describe('Other entries by how this one stands to them: `follows: entry-id`.'),
    corrections: z
      .array(correctionSchema)
      .default([])
      .describe('What was put right after publication; shown to readers.'),
    status: z
      .enum(['published', 'draft', 'withdrawn'])
      .default('published')
      .describe('Drafts are shown to authors alone; a withdrawn entry keeps a page with its reason.'),
    reason: proseSchema(300).optional().describe('Why it was withdrawn.'),
    was: wasSchema,
    sensitive: z.enum(['graphic-text']).optional().describe('Shows a warning that readers open themselves.'),
    'same-as': sameAsSchema,
  })
  .refine((entry) => entry.status !== 'withdrawn' || entry.reason !== undefined, {
    ...expecting('missing-reason', 'a `reason` beside `status: withdrawn`'),
    path: ['status'],
  })
  .meta({
    if: { properties: { status: { const: 'withdrawn' } }, required: ['status'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { required: ['reason'] },
  });

/** The frontmatter of an entry. */
export type EntryData = z.infer<typeof entrySchema>;
/** One claim as it stands in the frontmatter. */
export type ClaimData = z.infer<typeof claimSchema>;
/** One figure as it stands in the frontmatter. */
export type FigureData = z.infer<typeof figureSchema>;
/** What an entry is about. */
export type EntryKind = (typeof entryKinds)[number];
/** How one claim answers another. */
export type AnswerKind = (typeof answerKinds)[number];
/** How one entry stands to another. */
export type RelationKind = (typeof relationKinds)[number];
