import { parseArgs } from 'node:util';
import { codebookFields, type CodebookField } from '../core/codebook.ts';
import type { RecordKind } from '../core/new-record.ts';
import { CliError } from './command.ts';

/** What the flags say: fields of the record, its text, its id. */
export interface FlagValues {
  readonly data: Record<string, unknown>;
  readonly text: string | undefined;
  readonly id: string | undefined;
  readonly dryRun: boolean;
}

/** Returns the fields of a kind that flags can set: single values, lists of them, and those with a short form. */
export function flagFields(kind: RecordKind): CodebookField[] {
  return codebookFields(kind).filter(
    ({ path, what }) => path.length === 1 && (Object.hasOwn(shortForms, path[0] ?? '') || !what.endsWith('keys below')),
  );
}

/** Reads the flags of a kind of record; each is called like the key in the file, and a list takes it several times. */
export function readFlags(kind: RecordKind, args: readonly string[], usage: string): FlagValues {
  const fields = flagFields(kind);
  const parsed = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(
        fields.map((field) => [nameOf(field), { type: 'string' as const, multiple: isList(field) }]),
      ),
      id: { type: 'string' },
      text: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const values: Readonly<Record<string, unknown>> = parsed.values;
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    const value = values[nameOf(field)];
    if (value === undefined) continue;
    const read = shortForms[nameOf(field)];
    data[nameOf(field)] = Array.isArray(value) ? value.map((item) => (read ? read(String(item), usage) : item)) : value;
  }
  const { id, text } = values as { id?: string; text?: string };
  return { data, id, text, dryRun: values['dry-run'] === true };
}

/** Returns the key of a field. */
export function nameOf(field: CodebookField): string {
  return field.path[0] ?? '';
}

/** Tells whether a field takes several values. */
export function isList(field: CodebookField): boolean {
  return field.what.startsWith('list');
}

// Fields that are more than one value each, in a form that fits on a line.
const shortForms: Readonly<Record<string, (text: string, usage: string) => unknown>> = {
  places: (text) => text,
  names: (text, usage) => readName(text, usage),
  claims: (text, usage) => readClaim(text, usage),
  related: (text, usage) => {
    const [kind, entry] = splitAt(text, '=', '--related follows=entry-id', usage);
    return { [kind]: entry };
  },
};

function readName(text: string, usage: string): unknown {
  const [name, lang] = splitAt(text, '@', '--names "Stepanakert@en"', usage);
  return { text: name, lang };
}

function readClaim(text: string, usage: string): unknown {
  const [head, says] = splitAt(text, ':', '--claims "claim-id by actor-id from source-id: What is said."', usage);
  const match = /^(\S+) by (\S+) from (\S+)$/.exec(head);
  if (!match)
    throw new CliError(
      `Unexpected claim \`${text}\`, expected \`claim-id by actor-id from source-id: What is said.\``,
      usage,
    );
  const list = (ids: string | undefined) => (ids ?? '').split(',');
  const by = list(match[2]);
  return { id: match[1], by: by.length === 1 ? by[0] : by, says, sources: list(match[3]) };
}

function splitAt(text: string, mark: string, form: string, usage: string): [string, string] {
  const index = mark === ':' ? text.indexOf(mark) : text.lastIndexOf(mark);
  if (index < 1 || index === text.length - 1)
    throw new CliError(`Unexpected \`${text}\`, expected as in ${form}`, usage);
  return [text.slice(0, index).trim(), text.slice(index + 1).trim()];
}
