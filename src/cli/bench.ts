import { parseArgs } from 'node:util';
import { CliError, type Command, type Output } from './command.ts';

const usage = `Usage: npm run bench -- --search | --entries N [--entries M ...] | --search --entries N [...] [--json]
--search   Measures the search on the gold set in a real browser (CHROME_PATH), beside Pagefind's own ranking and MiniSearch.
--entries  Makes a chronicle of N entries in a temporary folder and measures two builds of it: from nothing, and again with
           one entry edited. Given several times, it shows how the numbers grow.
Both       Measures the search over made chronicles of N entries: bytes of a first query, and time from each key to its answer.`;

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
  const wrong = values.entries.find((count) => !/^[1-9]\d{0,6}$/.test(count));
  if (wrong !== undefined) throw new CliError(`Unexpected number of entries \`${wrong}\``, usage);
  const { rows, table } = await measure(values.search, values.entries.map(Number), output);
  output.write(values.json ? `${JSON.stringify(rows, undefined, 2)}\n` : formatTable(table));
  return 0;
};

interface Measured {
  readonly rows: readonly unknown[];
  readonly table: readonly Readonly<Record<string, string>>[];
}

async function measure(isSearch: boolean, counts: readonly number[], output: Output): Promise<Measured> {
  const say = (text: string) => output.note(`${text}\n`);
  if (isSearch && counts.length > 0) {
    const { benchMadeSearch, madeSearchTable } = await import('../../test/bench/search-made.ts');
    const rows = await benchMadeSearch(counts, say);
    return { rows, table: madeSearchTable(rows) };
  }
  if (isSearch) {
    const { benchSearch } = await import('../../test/bench/search.ts');
    const rows = await benchSearch(say);
    return { rows, table: rows };
  }
  if (counts.length === 0) throw new CliError('Nothing to measure was named', usage);
  const { benchBuild, buildTable } = await import('../../test/bench/build.ts');
  const rows = [];
  for (const count of counts) rows.push(...(await benchBuild(count, say)));
  return { rows, table: buildTable(rows) };
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
