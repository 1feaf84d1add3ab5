import { z } from 'zod';
import { countDays } from '../days.ts';
import { daySchema, expecting, idSchema, proseSchema, textSchema, urlSchema } from './fields.ts';

/** Each day of the focus period has pages of its own. */
const focusLimit = 4000;

/** One side of the conflict. */
export const sideSchema = z.strictObject({
  id: idSchema,
  name: textSchema(60).describe('Its label on every ledger.'),
});

/** `chronicle.yml`: what this chronicle is. */
export const configSchema = z.strictObject({
  title: textSchema(90),
  tagline: textSchema(160),
  scope: proseSchema(600).describe('What is in it, in two sentences.'),
  focus: z
    .strictObject({ from: daySchema, to: daySchema, name: textSchema(80) })
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
  sides: z.tuple([sideSchema, sideSchema]).describe('The two sides, in the order of the columns.'),
  'time-zone': textSchema(60).describe('What local time means.'),
  licence: z.strictObject({ name: textSchema(60), url: urlSchema }),
  repository: urlSchema.optional().describe('Where the content is kept and changes are proposed.'),
  site: urlSchema.describe('The address that the site is served from.'),
});

/** The content of `chronicle.yml`. */
export type ConfigData = z.infer<typeof configSchema>;
/** One side of the conflict. */
export type Side = z.infer<typeof sideSchema>;
