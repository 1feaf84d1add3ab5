import { copyFileSync, linkSync } from 'node:fs';

const refusals = new Set(['EXDEV', 'EPERM', 'EMLINK']);

/** Gives a file a second name, which costs a tenth of a copy; where the disk refuses, or it is another one, the file is copied. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!refusals.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyFileSync(from, to);
  }
}
