import { close } from 'pagefind';
import { FileList } from './last-output.ts';
import { openOutput } from './output-folder.ts';
import { prepareBuild, shareOrigin } from './prepare.ts';
import type { Progress } from './progress.ts';
import { renderPages } from './render-pages.ts';
import { buildSearchParts } from './search-index.ts';
import type { Settings } from './settings.ts';
import { isOfShare, type ShareName, shareFolder } from './share-name.ts';
import { openShare } from './shares.ts';

/** What a share of a build made. */
export interface ShareSummary {
  readonly pages: number;
  readonly parts: number;
  readonly folder: string;
}

/** Makes one share of the pages and of the search index, in a folder beside the output; `buildSite` joins all. */
export async function buildShare(settings: Settings, share: ShareName, progress: Progress): Promise<ShareSummary> {
  const output = await openOutput(settings.out);
  try {
    const input = await prepareBuild(settings, progress);
    const { raw, context } = input;
    const target = await openShare(settings.out, share, shareOrigin(input));
    progress.phase('Indexing for search');
    const parts = await buildSearchParts(context, settings.cache, { isWanted: (index) => isOfShare(index, share) });
    for (const part of parts) await target.addPart(part);
    progress.phase('Rendering pages');
    let pages = 0;
    await renderPages({
      context: raw,
      bundle: output.partial,
      folder: target.pages,
      made: new FileList(target.pages),
      pick: (tasks) => {
        const own = tasks.filter((_, index) => isOfShare(index, share));
        pages = own.length;
        return own;
      },
      onPage: (count) => progress.count(count, pages),
    });
    await target.finish();
    progress.end();
    return { pages, parts: parts.length, folder: shareFolder(settings.out, share) };
  } finally {
    await close();
    await output.discard();
  }
}
