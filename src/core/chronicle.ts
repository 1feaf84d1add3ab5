import type { VFileMessage } from 'vfile-message';
import { checkRegister } from './address-register.ts';
import { buildActor, buildEntry, buildPage, buildPlace, buildSource } from './build-records.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkChains } from './check-chains.ts';
import { checkReferences } from './check-references.ts';
import { checkUnwritten } from './check-unwritten.ts';
import { indexBacklinks, indexAnswers, indexDays } from './indexes.ts';
import type { LocatedData } from './frontmatter.ts';
import { emptyBody, packBody } from './markdown/packed-body.ts';
import { compareMessages, compareText, type ContentMessage, createMessage, listExpected } from './messages.ts';
import type { Chronicle, Entry } from './model.ts';
import { KeptFiles } from './kept-files.ts';
import { listPermanentAddresses } from './permanent-addresses.ts';
import type { KnownIds } from './reference-checker.ts';
import { type Folder, identify, type ReadRecord, readConfig, readRecord, readWords } from './read-record.ts';
import { reviewRecords } from './review/review.ts';
import type { ConfigData, EntryData, WordData } from './schema.ts';
import { computeStandings } from './standing.ts';
import type { ContentFile } from './text-file.ts';

/** What became of a content folder: the chronicle, unless an error stands in the way, and every problem in order. */
export interface BuildResult {
  readonly chronicle: Chronicle | undefined;
  readonly messages: readonly ContentMessage[];
  /** The settings, also where the chronicle has errors elsewhere. */
  readonly config: ConfigData | undefined;
  /** The records as read, sound or not. */
  readonly records: readonly ReadRecord[];
}

/** Reads one record's file. */
export type RecordReader = (file: ContentFile, folder: Folder, id: string) => ReadRecord;

/** What the environment may set in place of `chronicle.yml`. */
export interface BuildOptions {
  /** The address of the site, without its base path. */
  readonly site?: string | undefined;
  /** Takes drafts in, for authors. */
  readonly drafts?: boolean;
  /** Adds the warnings of a careful reading, which no build needs. */
  readonly review?: boolean;
  /** Reads one record's file; gives what `readRecord` gives, perhaps from a cache. */
  readonly read?: RecordReader;
}

const start = { line: 1, column: 1 } as const;

/** Builds the chronicle from the files of a content folder, in any order. Content never makes it throw. */
export function buildChronicle(files: Iterable<ContentFile>, options: BuildOptions = {}): BuildResult {
  const messages: ContentMessage[] = [];
  const records: ReadRecord[] = [];
  const kept = new KeptFiles();
  let config: ConfigData | undefined;
  let words: readonly WordData[] = [];
  let hasConfig = false;
  let configData: LocatedData | undefined;
  for (const file of [...files].sort((a, b) => compareText(a.path, b.path))) {
    if (file.path === 'chronicle.yml') {
      const read = readConfig(file);
      hasConfig = true;
      config = read.config;
      configData = read.located;
      messages.push(...read.messages);
      continue;
    }
    if (kept.read(file)) continue;
    if (file.path === 'words.yml') {
      const read = readWords(file);
      words = read.words;
      messages.push(...read.messages);
      continue;
    }
    const identity = identify(file.path);
    if (identity) records.push((options.read ?? readRecord)(file, identity.folder, identity.id));
    else messages.push(reportStray(file.path));
  }
  if (!hasConfig)
    messages.push(
      createMessage('chronicle.yml', 'missing-config', start, {
        what: 'missing chronicle.yml',
        expected: 'it in the content folder',
      }),
    );
  for (const record of records) messages.push(...record.messages);
  messages.push(...checkDuplicates(records));
  const known = collectKnown(records, config);
  messages.push(...checkExample(config, configData, known));
  for (const record of records) messages.push(...checkReferences(record, known), ...checkUnwritten(record));
  messages.push(...checkChains(records), ...checkAddresses(records));
  messages.push(...kept.messages);
  if (options.review) messages.push(...reviewRecords(records, config, words));
  const isBroken = !config || messages.some((message) => message.fatal === true);
  const chronicle = isBroken ? undefined : assemble(config as ConfigData, words, records, options, kept);
  const lost = chronicle ? checkRegister(kept.register, listPermanentAddresses(chronicle)) : [];
  messages.push(...lost);
  messages.sort(compareMessages);
  return { chronicle: lost.length > 0 ? undefined : chronicle, messages, config, records };
}

function assemble(
  config: ConfigData,
  words: readonly WordData[],
  records: readonly ReadRecord[],
  options: BuildOptions,
  kept: KeptFiles,
): Chronicle {
  const of = <F extends Folder>(folder: F) =>
    records.filter((record): record is ReadRecord<F> => record.folder === folder);
  const all = buildAll(of('entries'), buildEntry).sort(compareEntries);
  const entries = toMap(
    all.filter((entry) => entry.status === 'published' || (options.drafts && entry.status === 'draft')),
  );
  const actors = toMap(buildAll(of('actors'), buildActor));
  const places = toMap(buildAll(of('places'), buildPlace));
  const sources = toMap(buildAll(of('sources'), buildSource));
  const claims = new Map([...entries.values()].flatMap((entry) => entry.claims).map((claim) => [claim.key, claim]));
  const answers = indexAnswers(claims);
  const figures = new Map(
    [...entries.values()].flatMap((entry) => entry.figures).map((figure) => [figure.key, figure]),
  );
  return {
    config: { ...config, site: options.site ?? config.site },
    entries,
    withdrawn: toMap(all.filter((entry) => entry.status === 'withdrawn')),
    actors,
    places,
    sources,
    pages: toMap(buildAll(of('pages'), buildPage)),
    prose: new Map(
      records.flatMap(({ path, bytes, bodyText, body }) => {
        const packed = packBody(bytes, bodyText, body?.tree);
        return packed === emptyBody ? [] : [[path, packed]];
      }),
    ),
    words,
    claims,
    figures,
    answers,
    standings: computeStandings({ claims, answers, actors, sources }),
    days: indexDays(entries),
    backlinks: indexBacklinks(entries, actors, places),
    addresses: kept.register.map(({ address }) => address),
    links: kept.links,
  };
}

function buildAll<F extends Folder, T>(
  records: readonly ReadRecord<F>[],
  build: (record: ReadRecord<F>, data: NonNullable<ReadRecord<F>['data']>) => T,
): T[] {
  return records.flatMap((record) => (record.data ? [build(record, record.data)] : []));
}

function toMap<T extends { readonly id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function compareEntries(a: Entry, b: Entry): number {
  return compareText(a.date.start, b.date.start) || compareText(a.date.end, b.date.end) || compareText(a.id, b.id);
}

function reportStray(path: string): VFileMessage {
  const folders = ['entries', 'actors', 'places', 'sources', 'pages'];
  const parts = {
    what: 'file',
    actual: path,
    expected: `chronicle.yml, words.yml, addresses.txt, link-status.json or a Markdown file in ${listExpected(folders, '')}`,
  };
  return createMessage(path, 'unexpected-file', start, parts);
}

function checkDuplicates(records: readonly ReadRecord[]): VFileMessage[] {
  const seen = new Map<string, string>();
  return records.flatMap((record) => {
    const key = `${record.folder}/${record.id}`;
    const first = seen.get(key);
    seen.set(key, first ?? record.path);
    if (first === undefined) return [];
    return [
      createMessage(record.path, 'duplicate-id', start, {
        what: 'second',
        actual: record.id,
        expected: `one file of that id; the first is ${first}`,
      }),
    ];
  });
}

function checkExample(
  config: ConfigData | undefined,
  located: LocatedData | undefined,
  known: KnownIds,
): VFileMessage[] {
  const { example } = config ?? {};
  const [entry = ''] = example?.split('#') ?? [];
  if (!example || !located || known.unreadable.has(entry)) return [];
  if (known.claims.has(example) && !known.hidden.has(entry)) return [];
  const parts = {
    what: 'claim',
    actual: example,
    expected: '`entry-id#claim-id` of a published entry',
    candidates: known.claims.keys(),
  };
  return [createMessage('chronicle.yml', 'unknown-claim', located.locate(['example']), parts)];
}

function collectKnown(records: readonly ReadRecord[], config: ConfigData | undefined): KnownIds {
  const ids = (folder: Folder) =>
    new Set(records.filter((record) => record.folder === folder).map((record) => record.id));
  const claims = new Map<string, readonly string[]>();
  const hidden = new Map<string, string>();
  const unreadable = new Set<string>();
  for (const record of records) {
    if (record.folder !== 'entries') continue;
    const data = record.data as EntryData | undefined;
    if (!data) unreadable.add(record.id);
    else if (data.status !== 'published') hidden.set(record.id, data.status);
    for (const claim of data?.claims ?? []) claims.set(`${record.id}#${claim.id}`, claim.by);
  }
  return {
    entries: ids('entries'),
    actors: ids('actors'),
    places: ids('places'),
    sources: ids('sources'),
    sides: config?.sides.map((side) => side.id) ?? [],
    paths: new Set(records.map((record) => record.path)),
    hidden,
    claims,
    unreadable,
  };
}
