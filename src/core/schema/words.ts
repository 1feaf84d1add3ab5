import { z } from 'zod';
import { idSchema, proseSchema, textSchema } from './fields.ts';

/** What a listed word does: it judges, it settles a contested status, or it settles who is right. */
export const wordKinds = ['judgement', 'status', 'verb-of-fact'] as const;

/** One loaded word in all its forms, what may stand in its place, and why. */
export const wordSchema = z.strictObject({
  id: idSchema.describe('Its name in this list.'),
  forms: z
    .array(textSchema(60))
    .min(1)
    .describe('The forms that are looked for; `*` at the end of a word stands for any ending.'),
  kind: z
    .enum(wordKinds)
    .describe(
      '`judgement` and `status` are found in all our own words, `verb-of-fact` only in entries that rest on one side.',
    ),
  instead: z.array(textSchema(80)).min(1).describe('Neutral wordings, the most usual first.'),
  reason: proseSchema(300).describe('Why it is not neutral here, for both sides alike.'),
  except: z
    .array(textSchema(80))
    .default([])
    .describe('Wordings in which it is a name or a plain term, and may stand.'),
});

/** `words.yml`: words that take a side, and what may stand in their place. */
export const wordsSchema = z.strictObject({
  words: z.array(wordSchema).min(1).describe('The words, each in all its forms.'),
});

/** One loaded word. */
export type WordData = z.infer<typeof wordSchema>;
/** The content of `words.yml`. */
export type WordsData = z.infer<typeof wordsSchema>;
