import { z } from 'zod';
import { placePrecisions } from './entry.ts';
import {
  actorIdSchema,
  dateSchema,
  namesSchema,
  placeIdSchema,
  sameAsSchema,
  sourceIdSchema,
  textSchema,
  wasSchema,
} from './fields.ts';

/** What a place is. */
export const placeKinds = [
  'city',
  'town',
  'village',
  'district',
  'region',
  'country',
  'site',
  'river',
  'corridor',
] as const;

/** A statement on who held a place, and when. */
export const heldSchema = z.strictObject({
  by: actorIdSchema.describe('The actor said to hold it.'),
  says: actorIdSchema.describe('The actor who says so.'),
  on: dateSchema.describe('The date it was said of.'),
  'denied-by': z.array(actorIdSchema).default([]).describe('Actors who deny it.'),
  sources: z.array(sourceIdSchema).min(1).describe('Where it was read.'),
});

/** Where a place lies, as attested by one source. */
export const coordinatesSchema = z.strictObject({
  at: z
    .tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])
    .describe('Latitude and longitude in degrees, WGS 84.'),
  precision: z.enum(placePrecisions).describe('How finely the point stands for the place.'),
  source: sourceIdSchema.describe('The gazetteer or document, digit for digit.'),
});

/** A settlement, district, site, river or country. */
export const placeSchema = z.strictObject({
  names: namesSchema.describe('All names; the first English one is displayed.'),
  also: z.array(textSchema(160)).default([]).describe('Variant spellings; found by search, not shown.'),
  kind: z.enum(placeKinds).describe('What the place is.'),
  coordinates: coordinatesSchema.optional().describe('Where it lies; left out when no source says.'),
  within: z.array(placeIdSchema).default([]).describe('Places that it lies in; two may stand side by side.'),
  held: z.array(heldSchema).default([]).describe('Statements on who held it, and when.'),
  sources: z.array(sourceIdSchema).default([]).describe('Where the names were read.'),
  'same-as': sameAsSchema,
  was: wasSchema,
});

/** The frontmatter of a place. */
export type PlaceData = z.infer<typeof placeSchema>;
