import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runCli } from '../support/run-cli.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built site. */
    dist: string;
  }
}

let made: string | undefined;

/** Builds the real content once for all tests of the site; the projects of a run share it. */
export async function setup(project: TestProject): Promise<void> {
  const shared = process.env['CHRONICLE_TEST_SITE'];
  project.provide('dist', shared ?? (await build()));
}

/** Removes what `setup` made. */
export async function teardown(): Promise<void> {
  if (made !== undefined) await rm(made, { recursive: true, force: true });
}

async function build(): Promise<string> {
  made = await mkdtemp(join(tmpdir(), 'chronicle-site-'));
  const dist = join(made, 'dist');
  const { code, stdout, stderr } = await runCli(['build'], { CHRONICLE_OUT: dist, CHRONICLE_CONTENT: 'content' });
  if (code !== 0) throw new Error(`The site could not be built:\n${stdout}${stderr}`);
  process.env['CHRONICLE_TEST_SITE'] = dist;
  return dist;
}
