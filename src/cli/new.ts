import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildChronicle } from '../core/chronicle.ts';
import type { Chronicle } from '../core/model.ts';
import { type NewFile, type RecordKind, recordFolders, writeNewRecord } from '../core/new-record.ts';
import { formatReport, isError } from '../core/report.ts';
import type { ContentFile } from '../core/text-file.ts';
import { readContent } from '../site/read-content.ts';
import { displayRoot, readSettings } from '../site/settings.ts';
import { CliError, type Command, type Output } from './command.ts';
import { flagFields, nameOf, readFlags } from './new-flags.ts';
import { askFields, Cancelled, type QuestionOptions } from './new-questions.ts';

const usage = `Usage: npm run new -- entry|actor|place|source [--KEY VALUE ...] [--text TEXT] [--id ID] [--dry-run]
Asks for what is missing, or takes it all from flags, which are called like the keys in the file; a list takes its flag
several times. Shows the file, checks it, and writes it where no file is. Short forms:
  --names "Stepanakert@en"      --claims "claim-id by actor-id from source-id: What is said."      --related follows=entry-id
Exit code: 0 written, 1 not written, 2 usage.`;

/** `npm run new`: writes a valid file for a new record. */
export const newRecord: Command = async ([name = '', ...args], output) => {
  if (name === '--help' || name === '-h') {
    output.write(`${usage}\n`);
    return 0;
  }
  if (!isKind(name)) throw new CliError(`Unexpected kind \`${name}\`, expected entry, actor, place or source`, usage);
  const flags = readFlags(name, args, usage);
  const { content } = readSettings();
  const files = await readContent(content);
  const { chronicle, messages } = buildChronicle(files, { drafts: true });
  if (!chronicle) {
    output.note(
      `The content has errors; mend them first.\n\n${formatReport(messages.filter(isError), 'text', displayRoot(content))}`,
    );
    return 1;
  }
  try {
    const data = await complete(name, flags.data, chronicle);
    const file = writeNewRecord({ kind: name, data, text: flags.text ?? '', id: flags.id });
    return await offer(file, files, flags.dryRun, output);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    output.note(`${error.message}\n`);
    return 1;
  }
};

function isKind(name: string): name is RecordKind {
  return Object.hasOwn(recordFolders, name);
}

async function complete(kind: RecordKind, given: Record<string, unknown>, chronicle: Chronicle) {
  const fields = flagFields(kind);
  const missing = fields.filter((field) => field.isRequired && !(nameOf(field) in given));
  if (process.stdin.isTTY && process.stdout.isTTY && missing.length > 0)
    return askFields(kind, fields, given, questionOptions(chronicle));
  if (missing.length === 0) return given;
  throw new CliError(`Missing ${missing.map((field) => `--${nameOf(field)}`).join(', ')}`, usage);
}

/** Returns what questions are asked with, from a chronicle. */
export function questionOptions(chronicle: Chronicle): QuestionOptions {
  const named = (records: ReadonlyMap<string, { readonly id: string; readonly name: string }>) =>
    [...records.values()].map(({ id, name }) => ({ id, label: name }));
  const titled = (records: ReadonlyMap<string, { readonly id: string; readonly title: string }>) =>
    [...records.values()].map(({ id, title }) => ({ id, label: title }));
  return {
    known: {
      entries: titled(chronicle.entries),
      actors: named(chronicle.actors),
      places: named(chronicle.places),
      sources: titled(chronicle.sources),
    },
    sides: chronicle.config.sides.map(({ id, name }) => ({ id, label: name })),
  };
}

async function offer(file: NewFile, files: readonly ContentFile[], isDryRun: boolean, output: Output): Promise<number> {
  const { content } = readSettings();
  const shownPath = `${displayRoot(content)}${file.path}`;
  output.write(`${file.text}\n`);
  if (files.some(({ path }) => path === file.path)) {
    output.note(`${shownPath} is there already, and was left as it is; give the new record another --id.\n`);
    return 1;
  }
  const bytes = new TextEncoder().encode(file.text);
  const { messages } = buildChronicle([...files, { path: file.path, bytes }], { review: true });
  const own = messages.filter((message) => message.file === file.path);
  if (own.length > 0) output.note(formatReport(own, 'text', displayRoot(content)));
  if (own.some(isError)) {
    output.note('Nothing was written.\n');
    return 1;
  }
  if (isDryRun) return 0;
  await mkdir(dirname(join(content, file.path)), { recursive: true });
  // A file that somebody else wrote in the meantime stays too.
  await writeFile(join(content, file.path), bytes, { flag: 'wx' });
  output.note(`Written: ${shownPath}\n`);
  return 0;
}
