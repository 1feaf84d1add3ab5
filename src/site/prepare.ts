import type { ContentFile } from '../core/text-file.ts';
import { listParts, trackContext } from '../core/track-reads.ts';
import type { ViewContext } from '../core/views/context.ts';
import { buildWithHistory, shareContext } from './chronicle.ts';
import { digest, digestCode } from './code-digest.ts';
import { digestContent } from './edition.ts';
import type { Progress } from './progress.ts';
import { readContent } from './read-content.ts';
import { ReadDigests } from './read-digests.ts';
import { readCached } from './record-cache.ts';
import type { Settings } from './settings.ts';
import type { ShareOrigin } from './shares.ts';

/** What a build is made from. */
export interface BuildInput {
  readonly files: readonly ContentFile[];
  readonly raw: ViewContext;
  /** The same, which takes down what is read of it. */
  readonly context: ViewContext;
  /** A digest of the code and of the settings that all pages follow. */
  readonly code: string;
}

/** Reads and checks the content for a build, and gives it to the pages. */
export async function prepareBuild(settings: Settings, progress: Progress): Promise<BuildInput> {
  progress.phase('Reading and checking content');
  const files = await readContent(settings.content);
  progress.count(files.length, files.length);
  const raw = await buildWithHistory(files, settings, false, await readCached(files, settings.cache));
  const context = trackContext(raw);
  shareContext(context);
  const code = digest(await digestCode('src', 'astro.config.mjs'), settings.base, settings.site ?? '');
  return { files, raw, context, code };
}

/** Returns what all shares of a build have in common. */
export function shareOrigin({ files, raw, code }: BuildInput): ShareOrigin {
  const digests = new ReadDigests(listParts(raw));
  // Pages tell of the past, which may be cut off in another copy of the repository.
  const past = ['history.reach', 'history.records'].map((part) => digests.of(part));
  return { code, content: digest(digestContent(files), ...past) };
}
