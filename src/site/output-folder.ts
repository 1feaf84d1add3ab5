import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';

const inside = resolve('.astro/output');

/** A folder that is written beside the output and takes its place. */
export interface OutputFolder {
  /** Where to write. */
  readonly partial: string;
  /** Where to write what is put into it later: Astro empties the other one when it begins, and sweeps it when it ends. */
  readonly aside: string;
  /** Hands over the output before the one that stands there, if it is at hand, for this build to use up. */
  takeOlder(): string | undefined;
  /** Puts what was written in the place of the output. */
  publish(): Promise<void>;
  /** Removes what was written, if it was not published. */
  discard(): Promise<void>;
}

/**
 * Opens the folder beside an output in which this process writes. What killed builds left behind is removed, and an output
 * that one of them had just moved away is put back; builds that still run are left alone. An output that was replaced is
 * kept at `spare` for the next build, if that is given: to remove so many files takes longer than to use them again.
 */
export async function openOutput(out: string, spare?: string): Promise<OutputFolder> {
  const beside = `${out}.partial-${process.pid}`;
  // Astro runs the pages from the output folder, or from one for all builds where that lies outside the project.
  const isInside = out.startsWith(resolve('.') + sep);
  const partial = isInside ? beside : `${inside}.partial-${process.pid}`;
  for (const folder of new Set([out, isInside ? out : inside])) await removeLeftovers(folder);
  const aside = `${partial}-0`;
  for (const folder of new Set([beside, partial, aside])) await mkdir(folder, { recursive: true });
  const older = `${partial}-1`;
  return {
    partial,
    aside,
    takeOlder: () => (spare !== undefined && tryMove(spare, older) ? older : undefined),
    publish: async () => {
      await rm(aside, { recursive: true });
      if (partial !== beside) await move(partial, beside);
      // Nothing else is done meanwhile, and removing a file at each turn of the loop takes five times as long.
      for (const old of replace(beside, out))
        if (spare === undefined || !tryMove(old, spare)) rmSync(old, { recursive: true, force: true });
    },
    discard: async () => {
      for (const folder of [partial, beside, aside]) await rm(folder, { recursive: true, force: true });
      rmSync(older, { recursive: true, force: true });
    },
  };
}

async function move(from: string, to: string): Promise<void> {
  await rmdir(to);
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  }
}

// Fails where there is nothing to move, where something stands in the way, and between two disks.
function tryMove(from: string, to: string): boolean {
  try {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTEMPTY', 'EEXIST', 'EPERM', 'EXDEV'].includes(code)) return false;
    throw error;
  }
}

// Two renames without a pause between them: no system that Node runs on lets it exchange two folders in one step.
function replace(partial: string, out: string): string[] {
  const moved: string[] = [];
  while (!tryRename(partial, out)) {
    const old = `${out}.old-${process.pid}-${moved.length}`;
    // Another build may have moved it away just now.
    if (!existsSync(out)) continue;
    renameSync(out, old);
    moved.push(old);
    try {
      // Another build may have put its own in the place just now; then that one is replaced.
      if (tryRename(partial, out)) break;
    } catch (error) {
      renameSync(old, out);
      throw error;
    }
  }
  return moved;
}

// Fails where a folder with something in it stands in the way.
function tryRename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (existsSync(from) && ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(code) && existsSync(to)) return false;
    throw error;
  }
}

async function removeLeftovers(out: string): Promise<void> {
  const folder = dirname(out);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names.filter((item) => item.startsWith(`${basename(out)}.`))) {
    const [, kind, pid] = /^\.(partial|old)-(\d+)(?:-\d+)?$/.exec(name.slice(basename(out).length)) ?? [];
    if (kind === undefined || (Number(pid) !== process.pid && isRunning(Number(pid)))) continue;
    if (kind === 'old' && !existsSync(out)) await rename(join(folder, name), out);
    else await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be asked, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
