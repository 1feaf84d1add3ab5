import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runCli } from '../support/run-cli.ts';
import { buildHostileContent, readPayloads, writeFiles } from '../support/xss-content.ts';

let made: string | undefined;

/** Builds the content with a payload in every text, before any test: two builds in one clone would disturb each other. */
export async function setup(project: TestProject): Promise<void> {
  made = await mkdtemp(join(tmpdir(), 'chronicle-hostile-'));
  const dist = join(made, 'dist');
  const content = join(made, 'content');
  await writeFiles(content, buildHostileContent((await readPayloads()).map(({ payload }) => payload)).files);
  const { code, stdout, stderr } = await runCli(['build'], { CHRONICLE_CONTENT: content, CHRONICLE_OUT: dist });
  if (code !== 0) throw new Error(`The hostile content could not be built:\n${stdout}${stderr}`);
  project.provide('dist', dist);
}

/** Removes what `setup` made. */
export async function teardown(): Promise<void> {
  if (made !== undefined) await rm(made, { recursive: true, force: true });
}
