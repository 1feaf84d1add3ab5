import * as prompts from '@clack/prompts';
import type { Readable, Writable } from 'node:stream';
import { contentKinds } from '../core/outputs/json-schema.ts';
import type { CodebookField } from '../core/codebook.ts';
import type { RecordKind } from '../core/new-record.ts';
import { shapeOf, unwrap } from '../core/schema-issues.ts';
import { isList, nameOf } from './new-flags.ts';

/** A record that an answer may name. */
export interface KnownRecord {
  readonly id: string;
  /** Its name or title, by which it is found too. */
  readonly label: string;
}

/** What questions are asked with: the records that are known, the sides, and where to. */
export interface QuestionOptions {
  readonly known: Readonly<Record<'entries' | 'actors' | 'places' | 'sources', readonly KnownRecord[]>>;
  readonly sides: readonly KnownRecord[];
  readonly input?: Readable | undefined;
  readonly output?: Writable | undefined;
}

/** Raised when somebody ends the questions; nothing was written then. */
export class Cancelled extends Error {}

const optionLimit = 8;
// Fields that are worth a question although a record may do without them.
const worthAsking: Readonly<Record<RecordKind, readonly string[]>> = {
  entry: ['places', 'actors'],
  actor: ['part-of'],
  place: ['within', 'sources'],
  source: ['agency', 'issued', 'url', 'archive'],
};
// What is given in place of a value that is missing.
const reasons: Readonly<Record<string, string>> = { url: 'url-missing', archive: 'archive-missing' };

/** Asks for the fields of a record that are not given yet, with completion over known ids. */
export async function askFields(
  kind: RecordKind,
  fields: readonly CodebookField[],
  given: Readonly<Record<string, unknown>>,
  options: QuestionOptions,
): Promise<Record<string, unknown>> {
  const data: Record<string, unknown> = { ...given };
  for (const field of fields) {
    const name = nameOf(field);
    if (name in data || !(field.isRequired || worthAsking[kind].includes(name))) continue;
    const reason = reasons[name];
    if (reason !== undefined && reason in data) continue;
    const answer = await askField(kind, field, options);
    if (answer !== undefined) data[name] = answer;
    else if (reason !== undefined)
      data[reason] = await askText(`Why is there no ${name}?`, true, () => undefined, options);
  }
  if (kind === 'entry' && !('claims' in data)) {
    const claims = await askClaims(data, options);
    if (claims.length > 0) data['claims'] = claims;
  }
  return data;
}

async function askField(kind: RecordKind, field: CodebookField, options: QuestionOptions): Promise<unknown> {
  const name = nameOf(field);
  const message = `${name}: ${field.description} (${field.what})`;
  const folder = folderOf(field);
  if (name === 'names')
    return [{ text: await askText('The name in English', true, () => undefined, options), lang: 'en' }];
  if (folder && isList(field)) return askMany(message, options.known[folder], field.isRequired, options);
  if (field.values.length > 0)
    return askOne(
      message,
      field.values.map((value) => ({ id: value, label: value })),
      options,
    );
  if (name === 'side')
    return askOne(message, [...options.sides, { id: 'third-party', label: 'Neither side' }], options);
  if (name === 'party') return askOne(message, [{ id: 'none', label: 'No side' }, ...options.sides], options);
  const answer = await askText(message, field.isRequired, (value) => faultOf(kind, name, value), options);
  return answer === '' ? undefined : answer;
}

async function askClaims(data: Readonly<Record<string, unknown>>, options: QuestionOptions): Promise<unknown[]> {
  const claims: unknown[] = [];
  const sources = Array.isArray(data['sources']) ? data['sources'] : [];
  while (
    await ask(
      prompts.confirm({ message: claims.length === 0 ? 'Add a claim?' : 'Add another claim?', ...streams(options) }),
    )
  ) {
    const by = await askMany('Who says it?', options.known.actors, true, options);
    const says = await askText(
      'What do they say, in your own words?',
      true,
      (value) => (value.length > 600 ? 'At most 600 characters' : undefined),
      options,
    );
    const id = await askText(
      'A short id for it, such as `shelling`',
      true,
      (value) =>
        /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) ? undefined : 'Lower-case letters, digits and single hyphens',
      options,
    );
    claims.push({ id, by: by.length === 1 ? by[0] : by, says, sources });
  }
  return claims;
}

function folderOf(field: CodebookField): keyof QuestionOptions['known'] | undefined {
  if (nameOf(field) === 'places') return 'places';
  const noun = /ids? of an? (entry|actor|place|source)/.exec(field.what)?.[1];
  return noun === undefined ? undefined : noun === 'entry' ? 'entries' : (`${noun}s` as keyof QuestionOptions['known']);
}

// What the schema has against an answer, in its own words.
function faultOf(kind: RecordKind, name: string, value: string): string | undefined {
  const result = shapeOf(unwrap(contentKinds[kind]))?.[name]?.safeParse(value);
  return !result || result.success ? undefined : `Expected ${result.error.issues[0]?.message ?? 'something else'}`;
}

function askText(
  message: string,
  isRequired: boolean,
  fault: (value: string) => string | undefined,
  options: QuestionOptions,
): Promise<string> {
  return ask(
    prompts.text({
      message: isRequired ? message : `${message}; Enter for none`,
      defaultValue: '',
      validate: (value = '') => {
        if (value === '') return isRequired ? 'Needed' : undefined;
        return fault(value);
      },
      ...streams(options),
    }),
  );
}

function askOne(message: string, records: readonly KnownRecord[], options: QuestionOptions): Promise<string> {
  return ask(
    prompts.autocomplete({ message, options: toOptions(records), maxItems: optionLimit, ...streams(options) }),
  );
}

function askMany(
  message: string,
  records: readonly KnownRecord[],
  isRequired: boolean,
  options: QuestionOptions,
): Promise<string[]> {
  return ask(
    prompts.autocompleteMultiselect({
      message,
      options: toOptions(records),
      required: isRequired,
      maxItems: optionLimit,
      placeholder: 'Type a name or an id; Tab chooses, Enter goes on',
      ...streams(options),
    }),
  );
}

function toOptions(records: readonly KnownRecord[]) {
  return records.map(({ id, label }) => ({ value: id, label: id, ...(label === id ? {} : { hint: label }) }));
}

function streams({ input, output }: QuestionOptions) {
  return { ...(input ? { input } : {}), ...(output ? { output } : {}) };
}

async function ask<T>(answer: Promise<T>): Promise<Exclude<T, symbol>> {
  const value = await answer;
  if (prompts.isCancel(value)) throw new Cancelled('Cancelled; nothing was written');
  return value as Exclude<T, symbol>;
}
