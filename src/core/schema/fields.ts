import { z } from 'zod';
import { parseCount } from '../counts.ts';
import { parseDate } from '../dates.ts';
import type { RuleId } from '../rules.ts';
import { isWebAddress } from '../web-address.ts';

/** Builds the second argument of `refine`: the rule that an issue belongs to and what may stand there. */
export function expecting(
  rule: RuleId,
  expected: string,
): { error: string; params: { rule: RuleId; expected: string } } {
  return { error: expected, params: { rule, expected } };
}

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const languagePattern = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/;

/** The forms of text that the schema knows, with a pattern that each follows; `form` in the metadata of a schema names one. */
export const textForms = {
  id: '^[a-z0-9]+(?:-[a-z0-9]+)*$',
  date: '^\\d{4}(?:-\\d{2}){0,2}[?~%]?(?:/\\d{4}(?:-\\d{2}){0,2}[?~%]?)?$',
  day: '^\\d{4}-\\d{2}-\\d{2}$',
  count: '^(?:~?\\d+|\\d+\\+|\\d+-\\d+|[<>]\\d+)$',
  language: '^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$',
  url: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s<>"]+$',
  line: '^\\S(?:.*\\S)?$',
} as const;

/** The name of a form of text. */
export type TextForm = keyof typeof textForms;

/** A record's id: its file name without `.md`; lower-case ASCII letters, digits and single hyphens. */
export const idSchema = z
  .string()
  .max(120)
  .refine((value) => idPattern.test(value), expecting('bad-id', 'lower-case letters, digits and single hyphens'))
  .meta({ form: 'id' });

/** The folders whose records others refer to. */
export type ReferenceFolder = 'entries' | 'actors' | 'places' | 'sources';

/** Returns the schema of an id that names a record of a folder; the folder is in the schema's metadata as `reference`. */
export function referenceSchema(folder: ReferenceFolder) {
  return idSchema.meta({ reference: folder });
}

/** The id of an entry, an actor, a place, a source. */
export const entryIdSchema = referenceSchema('entries');
export const actorIdSchema = referenceSchema('actors');
export const placeIdSchema = referenceSchema('places');
export const sourceIdSchema = referenceSchema('sources');

/** A date in EDTF level 1: `2020-10-29`, `2020-10`, `2020`, `2020-10-27/2020-10-28`, `2020-10-29~`. */
export const dateSchema = z
  .preprocess(
    integerToText,
    z
      .string()
      .refine(
        (value) => parseDate(value) !== undefined,
        expecting(
          'bad-date',
          'an EDTF date such as `2020-10-29`, `2020-10`, `2020`, `2020-10-27/2020-10-28` or `2020-10-29~`',
        ),
      ),
  )
  .meta({ form: 'date' });

/** One calendar day, `2020-10-29`. */
export const daySchema = z
  .string()
  .refine(
    (value) => parseDate(value)?.precision === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value),
    expecting('bad-date', 'one day such as `2020-10-29`'),
  )
  .meta({ form: 'day' });

/** A number as it was stated: `1119`, `1000+`, `~5000`, `30-40`, `<5000`, `>100`. */
export const countSchema = z
  .preprocess(
    integerToText,
    z
      .string()
      .refine(
        (value) => parseCount(value) !== undefined,
        expecting('bad-count', 'a count such as `1119`, `1000+`, `~5000`, `30-40`, `<5000` or `>100`'),
      ),
  )
  .meta({ form: 'count' });

// YAML reads `2020` and `1119` as numbers; both are text here, kept as they were written.
function integerToText(value: unknown): unknown {
  return Number.isSafeInteger(value) ? String(value) : value;
}

/** A BCP 47 language tag, with script or region where needed: `en`, `hy`, `az`, `az-Cyrl`. */
export const languageSchema = z
  .string()
  .refine(
    (value) => languagePattern.test(value),
    expecting('bad-language', 'a language tag such as `en`, `hy`, `az`, `ru` or `az-Cyrl`'),
  )
  .meta({ form: 'language' });

/** A web address with the scheme `http` or `https`. */
export const urlSchema = z
  .string()
  .max(2000)
  .refine(
    (value) => isWebAddress(value),
    expecting(
      'bad-url',
      "an address that starts with `https://` or `http://`, without spaces, quotes, backslashes or a user's name",
    ),
  )
  .meta({ form: 'url' });

/** Text of one line, without leading or trailing space. */
export function textSchema(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine(
      (value) => value.trim() === value && !/[\n\r\t]/.test(value),
      expecting('untidy-text', 'one line without space at its ends'),
    )
    .meta({ form: 'line' });
}

/** Text of one or more lines, such as a summary. */
export function proseSchema(max: number) {
  return z.string().trim().min(1).max(max);
}

/** Accepts one value or a list of values and always yields a list. */
export function oneOrMore<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(schema).min(1),
  );
}

/** Earlier addresses of a record, each from the site's root; every one stays a redirect. */
export const wasSchema = z
  .array(
    z
      .string()
      .refine(
        (value) => /^\/(?:[a-z0-9-]+\/)+$/.test(value),
        expecting('bad-address', 'an address such as `/2020/10/29/old-name/`'),
      )
      .meta({ pattern: '^/(?:[a-z0-9-]+/)+$' }),
  )
  .default([])
  .describe('Earlier addresses, from the root of the site; each stays a redirect.');

/** A record in other registers: Wikidata, GeoNames and the like. Only where seen in a source. */
export const sameAsSchema = z
  .strictObject({
    wikidata: z
      .string()
      .regex(/^Q\d+$/)
      .optional()
      .describe('Its item in Wikidata: `Q` and a number.'),
    geonames: z.string().regex(/^\d+$/).optional().describe('Its number in GeoNames.'),
    ucdp: z.string().regex(/^\d+$/).optional().describe('Its number in the Uppsala Conflict Data Program.'),
    acled: z
      .string()
      .regex(/^[A-Z]{3}\d+$/)
      .optional()
      .describe('Its event in ACLED: three letters and a number.'),
  })
  .optional()
  .describe('The same thing in other registers; only where a source says so.');

/** One name of an actor or place: its text, language, who uses it and what kind of name it is. */
export const nameSchema = z.strictObject({
  text: textSchema(160).describe('The name as it is written.'),
  lang: languageSchema.describe('Its language.'),
  'used-by': z
    .array(idSchema)
    .default([])
    .describe('Sides of chronicle.yml that use it; left out when it is in general use.'),
  note: textSchema(160).optional().describe('What kind of name it is, such as `Former name`.'),
});

/** All names of a record; the first English one is displayed. */
export const namesSchema = z
  .array(nameSchema)
  .min(1)
  .refine(
    (names) => names.some((name) => name.lang === 'en'),
    expecting('missing-english-name', 'at least one name with `lang: en`; the first is displayed'),
  )
  .meta({ contains: { properties: { lang: { const: 'en' } }, required: ['lang'] } });
