import { relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { buildChronicle } from '../core/chronicle.ts';
import { formatReport, isError, type ReportFormat, reportFormats } from '../core/report.ts';
import { readContent } from '../site/read-content.ts';
import { displayRoot, readSettings } from '../site/settings.ts';
import { type Command, CliError } from './command.ts';

const usage = `Usage: npm run check -- [--format text|github|json] [FILE...]
Checks all content, or shows only the problems of the files named. Exit code: 0 clean, 1 problems, 2 usage.`;

/** `npm run check`: reports every problem of the content, in one run. */
export const check: Command = async (args, output) => {
  const { values, positionals } = parse(args);
  if (values.help) {
    output.write(`${usage}\n`);
    return 0;
  }
  const { content } = readSettings();
  const wanted = positionals.map((file) => relative(content, resolve(file)).split(sep).join('/'));
  const files = await readContent(content);
  const unknown = wanted.find((path) => !files.some((file) => file.path === path || file.path.startsWith(`${path}/`)));
  if (unknown !== undefined) throw new CliError(`No content file ${displayRoot(content)}${unknown}`, usage);
  const { messages } = buildChronicle(files, { review: true });
  const shown =
    wanted.length === 0
      ? messages
      : messages.filter((message) =>
          wanted.some((path) => message.file === path || message.file?.startsWith(`${path}/`)),
        );
  output.write(formatReport(shown, values.format, displayRoot(content)));
  return shown.some(isError) ? 1 : 0;
};

function parse(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, help: { type: 'boolean', short: 'h' } },
  });
  const format = reportFormats.find((name) => name === values.format);
  if (!format)
    throw new CliError(
      `Unexpected format \`${values.format}\`, expected one of ${reportFormats.map((name) => `\`${name}\``).join(', ')}`,
      usage,
    );
  return { values: { ...values, format: format as ReportFormat }, positionals };
}
