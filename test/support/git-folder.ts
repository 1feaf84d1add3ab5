import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs git in a folder with an author of its own and no settings of the machine's user. */
export async function git(folder: string, args: readonly string[], day = '2026-01-01'): Promise<string> {
  const date = `${day}T12:00:00Z`;
  const { stdout } = await run('git', ['-c', 'init.defaultBranch=main', ...args], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Ann Author',
      GIT_AUTHOR_EMAIL: 'ann@author.example',
      GIT_COMMITTER_NAME: 'Ann Author',
      GIT_COMMITTER_EMAIL: 'ann@author.example',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    },
  });
  return stdout.trim();
}

/** Commits everything in a folder on a day; returns the commit's id. */
export async function commitAll(folder: string, day: string): Promise<string> {
  await git(folder, ['add', '--all'], day);
  await git(folder, ['commit', '--quiet', '--message', 'Change'], day);
  return git(folder, ['rev-parse', 'HEAD']);
}
