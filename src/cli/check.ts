import { watch } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { buildChronicle } from '../core/chronicle.ts';
import { explainRule } from '../core/explain.ts';
import { narrowMessages } from '../core/narrow.ts';
import { formatReport, isError, type ReportFormat, reportFormats } from '../core/report.ts';
import { tidyFile } from '../core/tidy.ts';
import { readContent } from '../site/read-content.ts';
import { readReviewed } from '../site/read-on-threads.ts';
import { displayRoot, readSettings } from '../site/settings.ts';
import { type Command, CliError, type Output } from './command.ts';

const usage = `Usage: npm run check -- [--fix] [--watch] [--format ${reportFormats.join('|')}] [FILE...]
       npm run check -- --explain RULE
Checks all content, or shows only the problems of the files named and of what they touch.
--fix first writes what is safe: the order of keys, needless quotes, spaces at the ends of lines, dates as 2020-09-07.
--watch checks again after each change, until it is stopped.
Exit code: 0 no errors, 1 errors, 2 usage. Warnings do not stop a build.`;

interface Options {
  readonly format: ReportFormat;
  readonly fix: boolean;
  readonly files: readonly string[];
}

/** `npm run check`: reports every problem of the content, in one run. */
export const check: Command = async (args, output) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      fix: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      explain: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    output.write(`${usage}\n`);
    return 0;
  }
  if (values.explain !== undefined) return explain(values.explain, output);
  const options = { format: requireFormat(values.format), fix: values.fix, files: positionals };
  return values.watch ? watchContent(options, output) : checkContent(options, output);
};

async function checkContent(options: Options, output: Output): Promise<number> {
  const { content, site, base } = readSettings();
  const wanted = options.files.map((file) => relative(content, resolve(file)).split(sep).join('/'));
  const isWanted = (path: string) => wanted.some((name) => path === name || path.startsWith(`${name}/`));
  let files = await readContent(content);
  const unknown = wanted.find((name) => !files.some(({ path }) => path === name || path.startsWith(`${name}/`)));
  if (unknown !== undefined) throw new CliError(`No content file ${displayRoot(content)}${unknown}`, usage);
  if (options.fix) {
    await fixFiles(content, wanted.length === 0 ? files : files.filter(({ path }) => isWanted(path)), output);
    files = await readContent(content);
  }
  const { messages, records, config } = buildChronicle(files, { review: true, read: await readReviewed(files) });
  const shown = wanted.length === 0 ? messages : narrowMessages(messages, records, wanted);
  const address = site ?? config?.site;
  output.write(formatReport(shown, options.format, displayRoot(content), address && new URL(base, address).href));
  return shown.some(isError) ? 1 : 0;
}

async function fixFiles(
  content: string,
  files: Awaited<ReturnType<typeof readContent>>,
  output: Output,
): Promise<void> {
  for (const file of files) {
    const text = tidyFile(file);
    if (text === undefined) continue;
    await writeFile(join(content, file.path), text);
    output.note(`Tidied ${displayRoot(content)}${file.path}\n`);
  }
}

// The lines around each report are what an editor's problem matcher looks for.
function watchContent(options: Options, output: Output): Promise<number> {
  const { content } = readSettings();
  let running: Promise<number> = Promise.resolve(0);
  let timer: NodeJS.Timeout | undefined;
  const run = () => {
    running = running.then(async () => {
      output.write('Checking the content …\n');
      const code = await checkContent(options, output);
      output.write('Waiting for changes (Ctrl-C stops it)\n');
      return code;
    });
  };
  run();
  const watcher = watch(content, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(run, 100);
  });
  return new Promise((settle, reject) => {
    const stop = () => {
      watcher.close();
      clearTimeout(timer);
      running.then(settle, reject);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    watcher.once('error', reject);
  });
}

function explain(rule: string, output: Output): number {
  const text = explainRule(rule);
  if (text === undefined) throw new CliError(`Unexpected rule \`${rule}\`, expected the id of a rule`, usage);
  output.write(text);
  return 0;
}

function requireFormat(value: string): ReportFormat {
  const format = reportFormats.find((name) => name === value);
  if (format) return format;
  const expected = reportFormats.map((name) => `\`${name}\``).join(', ');
  throw new CliError(`Unexpected format \`${value}\`, expected one of ${expected}`, usage);
}
