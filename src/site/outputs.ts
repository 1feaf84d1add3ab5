import { writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { extname, join } from 'node:path';
import type { Edition } from '../core/outputs/data/data-package.ts';
import type { OutputFile } from '../core/outputs/output-file.ts';
import { recordReads } from '../core/reads.ts';
import { siteFiles } from '../core/outputs/site-files.ts';
import { recordDates } from '../core/history/record-dates.ts';
import type { RecordDates } from '../core/record-dates.ts';
import type { ViewContext } from '../core/views/context.ts';
import { readWithHistory } from './chronicle.ts';
import { type KeptOutput, writeDataFiles } from './data-writer.ts';
import { readEdition } from './edition.ts';
import { Folders } from './folders.ts';
import type { Settings } from './settings.ts';

/** What the files for machines are made from. */
export interface OutputInput {
  readonly context: ViewContext;
  readonly edition: Edition;
  readonly dates: RecordDates;
}

/** Where files are written, what the last build has of them, and what this one made. */
export interface OutputTarget extends KeptOutput {
  readonly folder: string;
}

/** Writes all files for machines into the site's folder; the last output's are taken over where they would be made again as they are. */
export async function writeOutputs(
  { context, edition, dates }: OutputInput,
  { folder, last, made }: OutputTarget,
): Promise<void> {
  const folders = new Folders();
  for (const file of siteFiles(context, dates)) {
    if (file.key !== undefined && last.keep(file.path, file.key)) continue;
    const path = join(folder, file.path);
    folders.makeFor(path);
    const { value, reads } = recordReads(() => [...file.chunks()].join(''));
    writeFileSync(path, value, { flag: 'wx' });
    if (file.key !== undefined) made.add(file.path, file.key, reads);
    // The search index is made meanwhile.
    await nextTurn();
  }
  await writeDataFiles(context, edition, folder, { last, made });
}

const dataTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

// Only what may be one of the files is looked up, so that Vite's own files come even while the content has a problem.
const ownNames =
  /^data\/[^/]+$|(?:^|\/)(?:index\.json|feed\.(?:xml|json)|atom\.xml)$|^(?:llms\.txt|opensearch\.xml|sitemap\.xml)$/;

/** Answers requests for the files for machines while authoring; each is made when first asked for after a change. */
export class OutputServer {
  readonly #settings: Settings;
  #context: Promise<ViewContext> | undefined;
  #files: Promise<ReadonlyMap<string, OutputFile>> | undefined;
  #data: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Forgets everything, so that the next request makes it anew. */
  invalidate(): void {
    this.#context = undefined;
    this.#files = undefined;
    this.#data = undefined;
  }

  /** Answers a request for one of the files; tells whether it was one. */
  async respond(url: string, response: ServerResponse): Promise<boolean> {
    const path = decodeURIComponent(url.split('?')[0] ?? '');
    const name = path.startsWith(this.#settings.base) ? path.slice(this.#settings.base.length) : path.slice(1);
    if (!ownNames.test(name)) return false;
    const found = name.startsWith('data/') ? await this.#findData(name) : await this.#findFile(name);
    if (!found) return false;
    response.setHeader('content-type', found.type);
    response.end(found.content);
    return true;
  }

  async #findFile(name: string): Promise<{ type: string; content: string } | undefined> {
    this.#files ??= this.#load().then(
      (context) => new Map([...siteFiles(context, recordDates(context.history))].map((file) => [file.path, file])),
    );
    const file = (await this.#files).get(name);
    return file && { type: `${file.type}; charset=utf-8`, content: [...file.chunks()].join('') };
  }

  async #findData(name: string): Promise<{ type: string; content: Uint8Array } | undefined> {
    this.#data ??= this.#buildData();
    const content = (await this.#data).get(name.slice('data/'.length));
    return content && { type: dataTypes[extname(name)] ?? 'application/octet-stream', content };
  }

  #load(): Promise<ViewContext> {
    this.#context ??= readWithHistory(this.#settings, true);
    return this.#context;
  }

  async #buildData(): Promise<ReadonlyMap<string, Uint8Array>> {
    const folder = await mkdtemp(join(tmpdir(), 'chronicle-data-'));
    try {
      await writeDataFiles(await this.#load(), await readEdition(this.#settings), folder);
      const names = await readdir(join(folder, 'data'));
      const contents = names.map(async (name) => [name, await readFile(join(folder, 'data', name))] as const);
      return new Map(await Promise.all(contents));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
