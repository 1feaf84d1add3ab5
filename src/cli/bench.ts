import { parseArgs } from 'node:util';
import { CliError, type Command } from './command.ts';

const usage = `Usage: npm run bench -- --search
Measures the search on the gold set in a real browser (CHROME_PATH), beside Pagefind's own ranking and MiniSearch.`;

/** `npm run bench`: measured quality, speed and sizes. */
export const bench: Command = async (args, output) => {
  const { values } = parseArgs({
    args: [...args],
    options: { search: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  if (!values.search) throw new CliError('Nothing to measure was named', usage);
  const { benchSearch } = await import('../../test/bench/search.ts');
  const rows = await benchSearch((text) => output.note(`${text}\n`));
  output.write(values.json ? `${JSON.stringify(rows, undefined, 2)}\n` : formatTable(rows));
  return 0;
};

function formatTable(rows: readonly Readonly<Record<string, string>>[]): string {
  const heads = Object.keys(rows[0] ?? {});
  const widths = heads.map((head) => Math.max(head.length, ...rows.map((row) => (row[head] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `${cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd()}\n`;
  return line(heads) + rows.map((row) => line(heads.map((head) => row[head] ?? ''))).join('');
}
