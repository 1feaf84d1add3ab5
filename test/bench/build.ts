import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeContent, writeContent } from './content.ts';
import { readUsage } from './process-tree.ts';

/** One measured build. */
export interface BuildRow {
  readonly entries: number;
  /** `cold`: nothing was built before; `edit`: again, with the text of one entry changed. */
  readonly build: 'cold' | 'edit';
  /** Seconds by phase, as the build names them. */
  readonly phases: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Seconds of work on all cores; `undefined` where there is no /proc. */
  readonly cpu: number | undefined;
  /** The most memory that all its processes used at once, in bytes. */
  readonly memory: number | undefined;
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
}

const pollInterval = 250;

/** Makes a chronicle of so many entries and measures two builds of it: from nothing, and again with one entry edited. */
export async function benchBuild(entries: number, say: (text: string) => void): Promise<BuildRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'chronicle-bench-'));
  try {
    say(`Making ${entries} entries …`);
    const content = join(folder, 'content');
    await mkdir(content);
    await writeContent(content, makeContent(entries));
    say('Building from nothing …');
    const cold = await measure(folder, entries, 'cold');
    await editEntry(content);
    say('Building again with one entry edited …');
    return [cold, await measure(folder, entries, 'edit')];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, entries: number, build: BuildRow['build']): Promise<BuildRow> {
  const out = join(folder, 'dist');
  const started = performance.now();
  const child = spawn(process.execPath, ['src/cli/index.ts', 'build'], {
    env: {
      ...process.env,
      CHRONICLE_CONTENT: join(folder, 'content'),
      CHRONICLE_OUT: out,
      CHRONICLE_CACHE: join(folder, 'cache'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  const most = { memory: 0, cpu: 0 };
  const poll = async () => {
    const usage = child.pid === undefined ? undefined : await readUsage(child.pid);
    most.memory = Math.max(most.memory, usage?.memory ?? 0);
    most.cpu = Math.max(most.cpu, usage?.cpu ?? 0);
  };
  const timer = setInterval(() => void poll(), pollInterval);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`The build of ${entries} entries failed:\n${log}`);
  return {
    entries,
    build,
    phases: Object.fromEntries(
      [...log.matchAll(/^(.+?)(?:: .+)? \(([\d.]+) s\)$/gm)].map(([, name, time]) => [name ?? '', Number(time)]),
    ),
    seconds,
    cpu: most.cpu || undefined,
    memory: most.memory || undefined,
    ...(await countOutput(out)),
  };
}

async function editEntry(content: string): Promise<void> {
  const names = await readdir(join(content, 'entries'), { recursive: true });
  const name = names.filter((item) => item.endsWith('.md')).sort()[Math.floor(names.length / 3)] ?? '';
  const path = join(content, 'entries', name);
  await writeFile(path, `${await readFile(path, 'utf8')}\nOne sentence more.\n`);
}

async function countOutput(out: string): Promise<Pick<BuildRow, 'pages' | 'files' | 'bytes'>> {
  const items = await readdir(out, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile());
  let bytes = 0;
  for (const file of files) bytes += (await stat(join(file.parentPath, file.name))).size;
  return { pages: files.filter((file) => file.name.endsWith('.html')).length, files: files.length, bytes };
}

/** Returns measured builds as rows of a table. */
export function buildTable(rows: readonly BuildRow[]): Record<string, string>[] {
  const number = (value: number | undefined, digits = 0) =>
    value === undefined
      ? ''
      : value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return rows.map((row) => ({
    Entries: number(row.entries),
    Build: row.build === 'cold' ? 'from nothing' : 'one entry edited',
    ...Object.fromEntries(Object.entries(row.phases).map(([name, seconds]) => [`${name}, s`, number(seconds, 1)])),
    'Total, s': number(row.seconds, 1),
    'CPU, s': number(row.cpu, 1),
    'CPU, ms per entry': number(row.cpu && (row.cpu * 1000) / row.entries, 1),
    'Peak memory, MB': number(row.memory && row.memory / 1e6),
    Pages: number(row.pages),
    Files: number(row.files),
    'Output, MB': number(row.bytes / 1e6, 1),
  }));
}
