import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addDays } from '../core/days.ts';
import { listDue, listLinks, listUnsaved } from '../core/link-plan.ts';
import { addFinding, formatLinkStatus, type LinkStatus, linkStatusPath } from '../core/link-status.ts';
import type { Source } from '../core/model.ts';
import { describeProblems, readChronicle } from '../site/chronicle.ts';
import { type CheckOptions, checkLinks } from '../site/links/check-links.ts';
import { availabilityAddress, findArchive } from '../site/links/find-archive.ts';
import { displayRoot, readSettings } from '../site/settings.ts';
import { CliError, type Command } from './command.ts';

const usage = `Usage: npm run links -- [--limit N] [--max-age DAYS] [--concurrency N] [--timeout SECONDS] [--delay SECONDS]
                        [--retries N] [--archives] [--archive-api ADDRESS]
Asks for the sources' addresses that were not checked for DAYS (6), notes what was found in content/link-status.json, and
proposes archived copies for sources whose original is gone and that have none; with --archives for all that have none.
One server gets one request at a time, SECONDS apart (1), and its robots.txt is kept. Exit code: 0 done, 1 problems of the
content, 2 usage.`;

/** How many findings may be lost when a run is broken off. */
const saveEvery = 50;

/** `npm run links`: checks links to other sites and proposes archived copies. */
export const links: Command = async (args, output) => {
  const options = parse(args);
  if (options.help) {
    output.write(`${usage}\n`);
    return 0;
  }
  const settings = readSettings();
  const context = await readChronicle(settings, false).catch((error: unknown) => describeProblems(error));
  if (typeof context === 'string') {
    output.note(`${context}\n`);
    return 1;
  }
  const { chronicle } = context;
  const asking: CheckOptions = { ...options, agent: `chronicle-link-check (+${chronicle.config.site})` };
  const today = new Date().toISOString().slice(0, 10);
  const all = listLinks(chronicle);
  const known = new Map<string, LinkStatus>();
  for (const { address } of all) {
    const status = chronicle.links.get(address);
    if (status) known.set(address, status);
  }
  const due = listDue(all, known, addDays(today, 1 - options.maxAge)).slice(0, options.limit);
  const save = () => writeFile(join(settings.content, linkStatusPath), formatLinkStatus(known));
  const sources = new Map(all.map((link) => [link.address, link.sources]));
  let count = 0;
  await checkLinks(
    due.map((link) => link.address),
    asking,
    async (address, finding) => {
      known.set(address, addFinding(known.get(address), finding, today));
      count += 1;
      if (finding.state !== 'live')
        output.write(describeFinding(settings.content, sources.get(address) ?? [], address, known.get(address)));
      if (count % saveEvery === 0) await save();
    },
  );
  await save();
  output.note(`${count} of ${all.length} links checked\n`);
  const unsaved = options.archives
    ? [...chronicle.sources.values()].filter((source) => source.url !== undefined && source.archive === undefined)
    : listUnsaved({ sources: chronicle.sources, links: known });
  for (const source of unsaved) {
    output.write(await proposeArchive(settings.content, source, options.archiveApi, asking));
    await sleep(asking.delay);
  }
  return 0;
};

function describeFinding(
  content: string,
  sources: readonly Source[],
  address: string,
  status: LinkStatus | undefined,
): string {
  const what = [status?.state, status?.status, status?.reason, status?.to && `to ${status.to}`]
    .filter(Boolean)
    .join(', ');
  return sources
    .map(({ path }) => `${displayRoot(content)}${path}: ${what} (since ${status?.since}): ${address}\n`)
    .join('');
}

async function proposeArchive(content: string, source: Source, api: string, asking: CheckOptions): Promise<string> {
  const where = `${displayRoot(content)}${source.path}`;
  try {
    const archive = await findArchive(source.url ?? '', source.issued?.start, api, asking);
    return archive === undefined ? `${where}: no archived copy found\n` : `${where}: write archive: ${archive}\n`;
  } catch (error) {
    return `${where}: no archived copy asked for: ${error instanceof Error ? error.message : String(error)}\n`;
  }
}

function parse(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      limit: { type: 'string', default: '100000' },
      'max-age': { type: 'string', default: '6' },
      concurrency: { type: 'string', default: '8' },
      timeout: { type: 'string', default: '20' },
      delay: { type: 'string', default: '1' },
      retries: { type: 'string', default: '2' },
      archives: { type: 'boolean', default: false },
      'archive-api': { type: 'string', default: availabilityAddress },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const number = (name: 'limit' | 'max-age' | 'concurrency' | 'timeout' | 'delay' | 'retries', least: number) => {
    const value = Number(values[name]);
    if (!Number.isFinite(value) || value < least)
      throw new CliError(`Unexpected --${name} \`${values[name]}\`, expected a number from ${least}`, usage);
    return value;
  };
  if (!URL.canParse(values['archive-api']))
    throw new CliError(`Unexpected --archive-api \`${values['archive-api']}\`, expected an address`, usage);
  const milliseconds = 1000;
  const timeout = number('timeout', 0.01) * milliseconds;
  return {
    limit: number('limit', 0),
    maxAge: number('max-age', 0),
    concurrency: number('concurrency', 1),
    timeout,
    delay: number('delay', 0) * milliseconds,
    retries: number('retries', 0),
    retryDelay: timeout / 10,
    archives: values.archives,
    archiveApi: values['archive-api'],
    help: values.help,
  };
}
