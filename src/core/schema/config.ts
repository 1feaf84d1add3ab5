import { z } from 'zod';
import { countDays } from '../days.ts';
import { daySchema, expecting, idSchema, placeIdSchema, proseSchema, textSchema, urlSchema } from './fields.ts';

/** Each day of the focus period has pages of its own. */
const focusLimit = 4000;

/** One side of the conflict. */
export const sideSchema = z.strictObject({
  id: idSchema,
  name: textSchema(60).describe('Its label on every ledger.'),
});

/** The part of the world that the chronicle is about, for the check of coordinates. */
export const areaSchema = z
  .strictObject({
    of: z.array(placeIdSchema).min(1).describe('Places whose parts lie in the area.'),
    south: z.number().min(-90).max(90).describe('The southern edge.'),
    west: z.number().min(-180).max(180).describe('The western edge.'),
    north: z.number().min(-90).max(90).describe('The northern edge.'),
    east: z.number().min(-180).max(180).describe('The eastern edge.'),
  })
  .describe('The box in which coordinates of places in the area lie, in degrees.');

/** `chronicle.yml`: what this chronicle is. */
export const configSchema = z.strictObject({
  title: textSchema(90).describe('The name of the chronicle.'),
  tagline: textSchema(160).describe('What it is, in a line.'),
  scope: proseSchema(600).describe('What is in it, in two sentences.'),
  focus: z
    .strictObject({
      from: daySchema.describe('The first day.'),
      to: daySchema.describe('The last day.'),
      name: textSchema(80).describe('What the period is called in a sentence.'),
    })
    .refine(({ from, to }) => from <= to && countDays(from, to) < focusLimit, {
      ...expecting('bad-date', `a day from \`from\` on, within ${focusLimit} days`),
      path: ['to'],
    })
    .describe('The period that the chronicle follows day by day.'),
  example: z
    .string()
    .regex(/^[a-z0-9-]+#[a-z0-9-]+$/)
    .optional()
    .describe('A claim, `entry-id#claim-id`, that the home page shows with its answers, to explain itself.'),
  area: areaSchema.optional(),
  sides: z.tuple([sideSchema, sideSchema]).describe('The two sides, in the order of the columns.'),
  'time-zone': textSchema(60).describe('What local time means.'),
  licence: z
    .strictObject({
      name: textSchema(60).describe('The name of the licence.'),
      url: urlSchema.describe('Where it can be read.'),
    })
    .describe('The licence of the content.'),
  repository: urlSchema.optional().describe('Where the content is kept and changes are proposed.'),
  site: urlSchema.describe('The address that the site is served from.'),
});

/** The content of `chronicle.yml`. */
export type ConfigData = z.infer<typeof configSchema>;
/** One side of the conflict. */
export type Side = z.infer<typeof sideSchema>;
