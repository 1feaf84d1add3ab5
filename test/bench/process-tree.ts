import { readdir, readFile } from 'node:fs/promises';

/** What a process and all that it started use. */
export interface Usage {
  /** Memory in use, in bytes; what processes share is counted in each. */
  readonly memory: number;
  /** Seconds of work on all cores, those of ended children included. */
  readonly cpu: number;
}

// What the kernel reports in, on every Linux that Node runs on.
const ticks = 100;
const pageBytes = 4096;

/** Reads what a process and its descendants use from Linux's /proc; `undefined` where there is none. */
export async function readUsage(root: number): Promise<Usage | undefined> {
  const pids = await readdir('/proc').then(
    (names) => names.filter((name) => /^\d+$/.test(name)),
    () => [],
  );
  const stats = (await Promise.all(pids.map(readStat))).filter((stat) => stat !== undefined);
  const family = new Set([root]);
  let size = 0;
  while (family.size > size) {
    size = family.size;
    for (const stat of stats) if (family.has(stat.parent)) family.add(stat.pid);
  }
  const own = stats.filter((stat) => family.has(stat.pid));
  if (own.length === 0) return undefined;
  return {
    memory: own.reduce((sum, stat) => sum + stat.memory, 0),
    cpu: own.reduce((sum, stat) => sum + stat.cpu, 0),
  };
}

// proc(5): the name in brackets may hold anything; the numbers follow its end.
async function readStat(pid: string) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const at = (field: number) => fields[field - 3] ?? 0;
  return {
    pid: Number(pid),
    parent: at(4),
    cpu: (at(14) + at(15) + at(16) + at(17)) / ticks,
    memory: at(24) * pageBytes,
  };
}
