import { dev as astroDev } from 'astro';
import { parseArgs } from 'node:util';
import { readSettings } from '../site/settings.ts';
import type { Command } from './command.ts';

/** `npm run dev`: serves the site from the content as it is written; problems show in the browser and here. */
export const dev: Command = async (args, output) => {
  const { values } = parseArgs({ args: [...args], options: { port: { type: 'string', default: '4321' } } });
  const server = await astroDev({ logLevel: 'warn', server: { host: '127.0.0.1', port: Number(values.port) } });
  output.write(`Authoring on http://localhost:${server.address.port}${readSettings().base} (Ctrl-C stops it)\n`);
  return new Promise<number>((resolve) => {
    process.once('SIGINT', () => void server.stop().then(() => resolve(0)));
    process.once('SIGTERM', () => void server.stop().then(() => resolve(0)));
  });
};
