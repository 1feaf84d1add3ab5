import { compressSite } from '../site/compress.ts';
import { displayRoot, readSettings } from '../site/settings.ts';
import { CliError, type Command } from './command.ts';

const usage = `Usage: npm run compress
Writes a .br and a .gz beside each larger text file of the built site (dist/, or CHRONICLE_OUT), for nginx and Caddy.`;

/** `npm run compress`: what a build wrote, ready to be sent compressed. */
export const compress: Command = async (args, output) => {
  if (args.length > 0) throw new CliError(`Unexpected argument \`${args[0]}\``, usage);
  const { out } = readSettings();
  try {
    const { files, ...sizes } = await compressSite(out);
    const [plain, brotli, gzip] = [sizes.plain, sizes.brotli, sizes.gzip].map(
      (size) => `${(size / 1e6).toFixed(1)} MB`,
    );
    output.write(`${files} files in ${displayRoot(out)}: ${plain}, ${brotli} as brotli, ${gzip} as gzip\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    output.note(`${error.message}\nBuild the site first: npm run build\n`);
    return 1;
  }
};
