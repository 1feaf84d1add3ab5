import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const folder = '.vscode/extensions/chronicle-records';
const readJson = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;

test('the extension asks for a VS Code that its client runs in, and one that takes extensions from a workspace', async () => {
  const { engines } = await readJson(`${folder}/package.json`);
  expect(engines).toEqual((await readJson('node_modules/vscode-languageclient/package.json'))['engines']);
  const [, minor] = /^\^1\.(\d+)\.0$/.exec((engines as { vscode: string }).vscode) ?? [];
  expect(Number(minor)).toBeGreaterThanOrEqual(89);
});

test('the extension starts what is there', async () => {
  const { main } = await readJson(`${folder}/package.json`);
  const entry = await readFile(`${folder}/${String(main)}`, 'utf8');
  const [, server = ''] = /module: join\(root, '(.+)'\)/.exec(entry) ?? [];
  expect(await readFile(server, 'utf8')).toContain('StreamMessageReader(process.stdin)');
});
