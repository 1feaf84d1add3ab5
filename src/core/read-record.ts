import type { VFileMessage } from 'vfile-message';
import type { z } from 'zod';
import { dateSegments, requireDate, startText } from './dates.ts';
import { type LocatedData, readYaml, splitFrontmatter } from './frontmatter.ts';
import { type PackedTree, packTree } from './markdown/packed-body.ts';
import { type Body, parseBody } from './markdown/parse-body.ts';
import { createMessage } from './messages.ts';
import { keepOpen } from './open-record.ts';
import {
  type ActorData,
  actorSchema,
  type ConfigData,
  configSchema,
  type EntryData,
  entrySchema,
  type PageData,
  type PlaceData,
  pageSchema,
  placeSchema,
  type SourceData,
  sourceSchema,
  type WordData,
  wordsSchema,
} from './schema.ts';
import { reportIssues } from './schema-issues.ts';
import { type ContentFile, decodeFile } from './text-file.ts';

const folders = {
  entries: entrySchema,
  actors: actorSchema,
  places: placeSchema,
  sources: sourceSchema,
  pages: pageSchema,
} as const;

/** The kinds of record, by their folder. */
export type Folder = keyof typeof folders;

/** The data of each kind of record. */
export interface FolderData {
  entries: EntryData;
  actors: ActorData;
  places: PlaceData;
  sources: SourceData;
  pages: PageData;
}

/** What is kept of a body: the tree is packed, for thousands of open ones would fill the memory. */
export type ReadBody = Pick<Body, 'links' | 'citations'> & { readonly tree: PackedTree };

/** A file read on its own; `data` and `body` are missing where it could not be read. */
export interface ReadRecord<F extends Folder = Folder> {
  readonly folder: F;
  readonly id: string;
  readonly path: string;
  readonly data: FolderData[F] | undefined;
  /** The file itself. */
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly bodyText: string;
  readonly body: ReadBody | undefined;
  readonly messages: readonly VFileMessage[];
  /** What a careful reading of this record alone left for one beside all others; missing until it was read so. */
  readonly reviewed?: ReviewedAlone;
}

/** What is kept of a careful reading of a record alone, which found nothing. */
export interface ReviewedAlone {
  readonly runs: readonly BodyRun[];
}

/** A paragraph, heading or cell of a body in our own words: quotations are blanked out, so that offsets stay. */
export interface BodyRun {
  readonly text: string;
  /** Where it starts in the body. */
  readonly start: number;
}

/** Returns the folder and id that a path stands for, or `undefined` if it is no record's path. */
export function identify(path: string): { folder: Folder; id: string } | undefined {
  const match = /^([a-z]+)\/(?:.+\/)?([^/]+)\.md$/.exec(path);
  const folder = match?.[1] ?? '';
  if (!match || !isFolder(folder)) return undefined;
  if (folder !== 'entries' && path.split('/').length !== 2) return undefined;
  return { folder, id: match[2] ?? '' };
}

/** Returns the schema of the data in a content file, or `undefined` for a file of no known kind. */
export function schemaOf(path: string): z.ZodType | undefined {
  if (path === 'chronicle.yml') return configSchema;
  if (path === 'words.yml') return wordsSchema;
  const identity = identify(path);
  return identity && folders[identity.folder];
}

/**
 * Reads one record's file: bytes, frontmatter, schema, body, and the id against the date. With `isKeptOpen`, a careful
 * reading of the record need not parse it again.
 */
export function readRecord<F extends Folder>(
  file: ContentFile,
  folder: F,
  id: string,
  isKeptOpen = false,
): ReadRecord<F> {
  const { path } = file;
  const decoded = decodeFile(file);
  const base = {
    folder,
    id,
    path,
    data: undefined,
    bytes: file.bytes,
    text: decoded.text ?? '',
    bodyText: '',
    body: undefined,
  };
  if (decoded.text === undefined) return { ...base, messages: decoded.messages };
  const split = splitFrontmatter(path, decoded.text);
  const messages = [...decoded.messages, ...split.messages];
  const bodyText = split.body;
  const parsed = split.frontmatter || split.messages.length > 0 ? parseBody(path, bodyText) : undefined;
  if (parsed) messages.push(...parsed.messages);
  const body = parsed && { links: parsed.links, citations: parsed.citations, tree: packTree(parsed.tree, bodyText) };
  if (!split.frontmatter) return { ...base, bodyText, body, messages };
  const located = split.frontmatter;
  const { data, issues } = validate(path, folders[folder], located);
  messages.push(...issues, ...checkId(path, id, located));
  const typed = data as FolderData[F] | undefined;
  if (typed && folder === 'entries') messages.push(...checkEntryPath(path, id, typed as EntryData, located));
  const record = { ...base, data: typed, bodyText, body, messages };
  if (isKeptOpen) keepOpen(record, located, parsed?.tree);
  return record;
}

/** Reads `chronicle.yml`. */
export function readConfig(file: ContentFile): {
  config: ConfigData | undefined;
  located: LocatedData | undefined;
  messages: readonly VFileMessage[];
} {
  const decoded = decodeFile(file);
  if (decoded.text === undefined) return { config: undefined, located: undefined, messages: decoded.messages };
  const { located, messages } = readYaml(file.path, decoded.text);
  if (!located) return { config: undefined, located, messages: [...decoded.messages, ...messages] };
  const { data, issues } = validate(file.path, configSchema, located);
  return { config: data, located, messages: [...decoded.messages, ...issues] };
}

/** Reads `words.yml`. */
export function readWords(file: ContentFile): { words: readonly WordData[]; messages: readonly VFileMessage[] } {
  const decoded = decodeFile(file);
  if (decoded.text === undefined) return { words: [], messages: decoded.messages };
  const { located, messages } = readYaml(file.path, decoded.text);
  if (!located) return { words: [], messages: [...decoded.messages, ...messages] };
  const { data, issues } = validate(file.path, wordsSchema, located);
  const words = data?.words ?? [];
  return { words, messages: [...decoded.messages, ...issues, ...checkForms(file.path, words, located)] };
}

function checkForms(path: string, words: readonly WordData[], located: LocatedData): VFileMessage[] {
  const seen = new Set<string>();
  return words.flatMap((word, index) =>
    [{ text: word.id, at: ['id'] }, ...word.forms.map((text, form) => ({ text, at: ['forms', form] }))].flatMap(
      ({ text, at }) => {
        const key = `${at[0]} ${text.toLowerCase()}`;
        if (!seen.has(key)) {
          seen.add(key);
          return [];
        }
        const parts = { what: 'second', actual: text, expected: 'each word once' };
        return [createMessage(path, 'duplicate-word', located.locate(['words', index, ...at]), parts)];
      },
    ),
  );
}

function isFolder(name: string): name is Folder {
  return Object.hasOwn(folders, name);
}

function validate<T extends z.ZodType>(path: string, schema: T, located: LocatedData) {
  const result = schema.safeParse(located.data);
  if (result.success) return { data: result.data as z.output<T>, issues: [] };
  return { data: undefined, issues: reportIssues(path, result.error.issues, schema, located) };
}

function checkId(path: string, id: string, located: LocatedData): VFileMessage[] {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return [];
  const parts = {
    what: 'file name',
    actual: `${id}.md`,
    expected: 'lower-case ASCII letters, digits and single hyphens',
  };
  return [createMessage(path, 'bad-id', located.locate([]), parts)];
}

function checkEntryPath(path: string, id: string, entry: EntryData, located: LocatedData): VFileMessage[] {
  const date = requireDate(entry.date);
  const start = startText(entry.date);
  const folder = ['entries', ...dateSegments(date).slice(0, 2)].join('/');
  const slug = id.slice(start.length + 1);
  const hasSlug = id.startsWith(`${start}-`) && /[a-z]/.test(slug) && !/^\d{2}(?:-|$)/.test(slug);
  if (hasSlug && path === `${folder}/${id}.md`) return [];
  const parts = {
    what: 'date',
    actual: entry.date,
    expected: `the date that the file is named by, as in \`${folder}/${start}-words.md\``,
  };
  return [createMessage(path, 'date-not-in-path', located.locate(['date']), parts)];
}
