import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { parseDate } from '../core/dates.ts';
import type { ProposedFile } from '../core/import/draft.ts';
import { importPage } from '../core/import/import-page.ts';
import { formatImport } from '../core/import/report.ts';
import { ContentError, readChronicle } from '../site/chronicle.ts';
import { displayRoot, readSettings } from '../site/settings.ts';
import { type Command, CliError, type Output } from './command.ts';
import { PageError, readPage } from './read-page.ts';

const usage = `Usage: npm run import -- FILE|- [--url-of-record URL] [--title TEXT] [--publisher TEXT] [--date DAY] [--dry-run]
Makes a source and a draft entry of a saved news page, HTML or plain text; "-" reads standard input. Nothing is fetched.
The address, title, publisher and day stated go before those of the page. No sentence of the page is written down.
Exit code: 0 written, 1 the page cannot be imported or a file is there already, 2 usage.`;

/** `npm run import`: a saved page becomes a source and a draft entry. */
export const importArticle: Command = async (args, output) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'url-of-record': { type: 'string' },
      title: { type: 'string' },
      publisher: { type: 'string' },
      date: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    output.write(`${usage}\n`);
    return 0;
  }
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new CliError(
      file === undefined
        ? 'No page is named: save it and name its file, or `-` for standard input'
        : `Unexpected \`${others[0]}\`, expected one page`,
      usage,
    );
  const url = values['url-of-record'];
  if (url !== undefined && !(URL.canParse(url) && /^https?:/i.test(url)))
    throw new CliError(`Unexpected address \`${url}\`, expected one that starts with https:// or http://`, usage);
  if (values.date !== undefined && parseDate(values.date)?.precision !== 'day')
    throw new CliError(`Unexpected date \`${values.date}\`, expected one day such as \`2020-10-29\``, usage);

  const settings = readSettings();
  const bytes = await readInput(file);
  try {
    const page = await readPage(bytes);
    const { chronicle } = await readChronicle(settings, true);
    const stated = { url, title: values.title, publisher: values.publisher, issued: values.date };
    const { article, candidates, draft, missing } = importPage(page, stated, chronicle);
    if (!draft) {
      output.note(
        `The page does not tell its ${missing.join(', ')}; state it: ${missing.map((name) => `--${name} …`).join(' ')}\nNothing was written.\n`,
      );
      return 1;
    }
    output.write(formatImport(article, candidates, draft));
    const files = [draft.source, draft.entry].filter((item) => item !== undefined);
    const root = displayRoot(settings.content);
    if (values['dry-run'])
      output.write(`\nWould be written:\n${files.map(({ path, text }) => `\n${root}${path}\n${text}`).join('')}`);
    else return await writeAll(files, settings.content, root, output);
    return 0;
  } catch (error) {
    if (!(error instanceof PageError || error instanceof ContentError)) throw error;
    output.note(`${error.message}\nNothing was written.\n`);
    return 1;
  }
};

async function readInput(file: string): Promise<Uint8Array> {
  if (file === '-') return buffer(process.stdin);
  try {
    return await readFile(file);
  } catch (error) {
    throw new CliError(`The page \`${file}\` cannot be read: ${(error as Error).message}`, usage);
  }
}

// All or nothing, and never over a file that is there: `wx` fails on one.
async function writeAll(
  files: readonly ProposedFile[],
  content: string,
  root: string,
  output: Output,
): Promise<number> {
  const written: string[] = [];
  try {
    for (const { path, text } of files) {
      await mkdir(dirname(join(content, path)), { recursive: true });
      await writeFile(join(content, path), text, { flag: 'wx' });
      written.push(path);
    }
  } catch (error) {
    for (const path of written) await rm(join(content, path));
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const existing = files[written.length]?.path ?? '';
    output.note(`${root}${existing} is there already and was left as it is. Nothing was written.\n`);
    return 1;
  }
  output.write(
    `\nWritten:\n${written.map((path) => `  ${root}${path}\n`).join('')}The entry is a draft: reword what is marked, drop what is wrong, then npm run check.\n`,
  );
  return 0;
}
