import { parseArgs } from 'node:util';
import { computeStats } from '../core/stats.ts';
import { readChronicle } from '../site/chronicle.ts';
import { readSettings } from '../site/settings.ts';
import type { Command } from './command.ts';

/** `npm run stats`: coverage and balance of the content, as a table or as JSON. */
export const stats: Command = async (args, output) => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const { chronicle } = await readChronicle(readSettings(), false);
  const rows = computeStats(chronicle);
  const width = Math.max(...rows.map(([what]) => what.length));
  output.write(
    values.json
      ? `${JSON.stringify(Object.fromEntries(rows), undefined, 2)}\n`
      : rows.map(([what, count]) => `${what.padEnd(width)}  ${count}\n`).join(''),
  );
  return 0;
};
