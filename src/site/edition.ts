import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import type { Edition } from '../core/outputs/data/data-package.ts';
import type { ContentFile } from '../core/text-file.ts';
import { readContent } from './read-content.ts';
import type { Settings } from './settings.ts';

const run = promisify(execFile);

/** Returns which version of the content a build is made from. */
export async function readEdition(settings: Settings, files?: readonly ContentFile[]): Promise<Edition> {
  return {
    digest: digestContent(files ?? (await readContent(settings.content))),
    commit: await readCommit(settings.content),
  };
}

/** Returns the SHA-256 of all files with their paths, whatever their order. */
export function digestContent(files: readonly ContentFile[]): string {
  const hash = createHash('sha256');
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(`${file.path}\0${file.bytes.length}\0`).update(file.bytes);
  return hash.digest('hex');
}

// A folder outside any repository, and a machine without git, have no commit; the digest then stands alone.
async function readCommit(folder: string): Promise<Edition['commit']> {
  try {
    const { stdout } = await run('git', ['log', '-1', '--format=%H %cI', '--', '.'], { cwd: folder });
    const [id, date] = stdout.trim().split(' ');
    return id && date ? { id, date } : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
