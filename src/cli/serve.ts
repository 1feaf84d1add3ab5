import { preview } from 'astro';
import { parseArgs } from 'node:util';
import { readSettings } from '../site/settings.ts';
import { build } from './build.ts';
import type { Command } from './command.ts';

/** `npm start`: checks, builds, indexes and serves the site until it is stopped. */
export const start: Command = async (args, output) => {
  const { values } = parseArgs({ args: [...args], options: { port: { type: 'string', default: '4321' } } });
  const code = await build([], output);
  if (code !== 0) return code;
  const settings = readSettings();
  const server = await preview({
    outDir: settings.out,
    logLevel: 'warn',
    server: { host: '127.0.0.1', port: Number(values.port) },
  });
  output.write(`The chronicle is served on http://localhost:${server.port}${settings.base} (Ctrl-C stops it)\n`);
  await server.closed();
  return 0;
};
