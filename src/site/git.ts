import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { LogReader, logFormat } from '../core/history/git-log.ts';

/** Why git could not tell anything. */
export class GitError extends Error {}

const logArguments = [
  'log',
  // What was merged counts from its merge on, as readers saw it.
  '--first-parent',
  '-m',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '--no-color',
  '--no-show-signature',
  '--decorate=full',
  '--relative',
  `--format=${logFormat}`,
  '--',
  '.',
];

/** Reads the changes of all records under a folder from one `git log`, line by line. */
export async function readLog(folder: string): Promise<LogReader> {
  const reader = new LogReader();
  const child = spawn('git', ['-c', 'core.quotePath=false', ...logArguments], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = waitFor(child);
  for await (const line of createInterface({ input: child.stdout })) reader.read(line);
  await ended;
  return reader;
}

/** Yields the contents of blobs in the order asked for, from one `git cat-file`. */
export async function* readBlobs(folder: string, ids: readonly string[]): AsyncGenerator<Buffer> {
  const child = spawn('git', ['cat-file', '--batch'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = waitFor(child);
  // Git closes its input early when it fails; the failure itself is reported by `ended`.
  child.stdin.on('error', () => {});
  child.stdin.end(ids.map((id) => `${id}\n`).join(''));
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of child.stdout) {
    held = Buffer.concat([held, chunk as Buffer]);
    for (;;) {
      const lineEnd = held.indexOf('\n');
      if (lineEnd < 0) break;
      const [, type, size = '0'] = held.subarray(0, lineEnd).toString().split(' ');
      if (type !== 'blob') throw new GitError(`git has no file of the id ${held.subarray(0, lineEnd).toString()}`);
      const start = lineEnd + 1;
      const end = start + Number(size);
      if (held.length <= end) break;
      yield held.subarray(start, end);
      held = held.subarray(end + 1);
    }
  }
  await ended;
}

function waitFor(child: ReturnType<typeof spawn>): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += String(chunk);
    });
    child.on('error', (error) => reject(new GitError(`git could not be started: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new GitError(said.trim().split('\n')[0] ?? `git ended with code ${code}`));
    });
  });
  // It may fail before anybody waits for it.
  ended.catch(() => {});
  return ended;
}
