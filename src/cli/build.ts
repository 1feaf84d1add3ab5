import { buildSite, describeFailure } from '../site/build.ts';
import { createProgress } from '../site/progress.ts';
import { displayRoot, readSettings } from '../site/settings.ts';
import { CliError, type Command } from './command.ts';

const usage = `Usage: npm run build
Builds the site from the content, whole or not at all. Settings come from chronicle.yml and the environment:
CHRONICLE_CONTENT, CHRONICLE_OUT, SITE_URL, BASE_PATH.`;

/** `npm run build`: content to `dist/`. */
export const build: Command = async (args, output) => {
  if (args.length > 0) throw new CliError(`Unexpected argument \`${args[0]}\``, usage);
  const settings = readSettings();
  const progress = createProgress({ isTTY: process.stderr.isTTY, write: output.note });
  try {
    const { pages, documents, remark } = await buildSite(settings, progress);
    if (remark !== '') output.note(`${remark}\n`);
    output.write(`${pages} pages, ${documents} search documents in ${displayRoot(settings.out)}\n`);
    return 0;
  } catch (error) {
    output.note(`\n${describeFailure(error, settings)}`);
    return 1;
  }
};
