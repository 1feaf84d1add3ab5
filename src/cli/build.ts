import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { buildShare } from '../site/build-share.ts';
import { buildSite, describeFailure } from '../site/build.ts';
import { createProgress, type Progress } from '../site/progress.ts';
import { displayRoot, readSettings, type Settings } from '../site/settings.ts';
import { formatShare, parseShare, type ShareName } from '../site/share-name.ts';
import { CliError, type Command, type Output } from './command.ts';

const usage = `Usage: npm run build
       npm run build -- --share N/M
       npm run build -- --join
Builds the site from the content, whole or not at all. Settings come from chronicle.yml and the environment:
CHRONICLE_CONTENT, CHRONICLE_OUT, SITE_URL, BASE_PATH.
--share N/M  Makes one of M equal parts of the pages and of the search index, in dist-share-N-of-M/, for jobs side by side.
--join       Builds the site from all of these, which have to stand beside the output.`;

/** `npm run build`: content to `dist/`. */
export const build: Command = async (args, output) => {
  const { values } = parseArgs({
    args: [...args],
    options: { share: { type: 'string' }, join: { type: 'boolean', default: false } },
  });
  const share = values.share === undefined ? undefined : parseShare(values.share);
  if (values.share !== undefined && !share)
    throw new CliError(`Unexpected share \`${values.share}\`, expected 2/5`, usage);
  if (share && values.join) throw new CliError('Unexpected --join beside --share', usage);
  // By itself the heap grows to four times what is alive in it before it is cleared, and stays as large.
  setFlagsFromString('--heap-growing-percent=100');
  const settings = readSettings();
  const progress = createProgress({ isTTY: process.stderr.isTTY, write: output.note });
  try {
    await (share ? makeShare(settings, share, progress, output) : makeSite(settings, values.join, progress, output));
    return 0;
  } catch (error) {
    output.note(`\n${describeFailure(error, settings)}`);
    return 1;
  }
};

async function makeSite(settings: Settings, isJoined: boolean, progress: Progress, output: Output): Promise<void> {
  const { pages, documents, remark } = await buildSite(settings, progress, isJoined);
  if (remark !== '') output.note(`${remark}\n`);
  output.write(`${pages} pages, ${documents} search documents in ${displayRoot(settings.out)}\n`);
}

async function makeShare(settings: Settings, share: ShareName, progress: Progress, output: Output): Promise<void> {
  const { pages, parts, folder } = await buildShare(settings, share, progress);
  output.write(`Share ${formatShare(share)}: ${pages} pages, ${parts} parts of the index in ${displayRoot(folder)}\n`);
}
