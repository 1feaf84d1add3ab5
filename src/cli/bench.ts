import { parseArgs } from 'node:util';
import { CliError, type Command, type Output } from './command.ts';

const usage = `Usage: npm run bench -- --search | --entries N [--entries M ...] [--json]
--search   Measures the search on the gold set in a real browser (CHROME_PATH), beside Pagefind's own ranking and MiniSearch.
--entries  Makes a chronicle of N entries in a temporary folder and measures two builds of it: from nothing, and again with
           one entry edited. Given several times, it shows how the numbers grow.`;

/** `npm run bench`: measured quality, speed and sizes. */
export const bench: Command = async (args, output) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      search: { type: 'boolean', default: false },
      entries: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.entries.length > 0) return benchBuilds(values.entries, values.json, output);
  if (!values.search) throw new CliError('Nothing to measure was named', usage);
  const { benchSearch } = await import('../../test/bench/search.ts');
  const rows = await benchSearch((text) => output.note(`${text}\n`));
  output.write(values.json ? `${JSON.stringify(rows, undefined, 2)}\n` : formatTable(rows));
  return 0;
};

async function benchBuilds(counts: readonly string[], isJson: boolean, output: Output): Promise<number> {
  const wrong = counts.find((count) => !/^[1-9]\d{0,6}$/.test(count));
  if (wrong !== undefined) throw new CliError(`Unexpected number of entries \`${wrong}\``, usage);
  const { benchBuild, buildTable } = await import('../../test/bench/build.ts');
  const rows = [];
  for (const count of counts) rows.push(...(await benchBuild(Number(count), (text) => output.note(`${text}\n`))));
  output.write(isJson ? `${JSON.stringify(rows, undefined, 2)}\n` : formatTable(buildTable(rows)));
  return 0;
}

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
