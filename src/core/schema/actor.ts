import { z } from 'zod';
import {
  actorIdSchema,
  dateSchema,
  namesSchema,
  sameAsSchema,
  sourceIdSchema,
  textSchema,
  wasSchema,
} from './fields.ts';

/** What an actor is. */
export const actorKinds = [
  'state',
  'de-facto-authority',
  'ministry',
  'armed-force',
  'international-body',
  'ngo',
  'media',
  'person',
  'party',
  'other',
] as const;

/** One office of a person, as attested. */
export const roleSchema = z.strictObject({
  title: textSchema(120).describe('The office, such as `Spokesperson`.'),
  of: actorIdSchema.optional().describe('The actor whose office it is.'),
  from: dateSchema.optional().describe('Since when, as attested.'),
  to: dateSchema.optional().describe('Until when, as attested.'),
});

/** Somebody who acts or speaks: a state, body, force, paper or person. */
export const actorSchema = z.strictObject({
  names: namesSchema.describe('All names; the first English one is displayed.'),
  also: z.array(textSchema(160)).default([]).describe('Other wordings; found by search, not shown.'),
  kind: z.enum(actorKinds).describe('What the actor is.'),
  side: z.string().describe('A side of chronicle.yml, or `third-party`.'),
  'part-of': z.array(actorIdSchema).default([]).describe('Other actors that it belongs to.'),
  roles: z.array(roleSchema).default([]).describe('Offices of a person.'),
  sources: z.array(sourceIdSchema).default([]).describe('Where the names and roles were read.'),
  'same-as': sameAsSchema,
  was: wasSchema,
});

/** The frontmatter of an actor. */
export type ActorData = z.infer<typeof actorSchema>;
