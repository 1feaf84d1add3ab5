import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

const run = promisify(execFile);
const packages = ['nginx', 'libnginx-mod-http-brotli-static'];
const brotliModule = '/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf';

declare module 'vitest' {
  interface ProvidedContext {
    /** nginx's program, or why there is none. */
    nginx: { readonly program: string } | { readonly missing: string };
  }
}

/**
 * Finds nginx with its brotli module, or installs both where nothing of the machine's user is at stake: as root on a Debian
 * without a service manager, which would start nginx.
 */
export async function setup(project: TestProject): Promise<void> {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && !existsSync('/run/systemd/system');
  let log = '';
  if (find() === undefined && mayInstall) log = await install();
  const program = find();
  if (program !== undefined) return project.provide('nginx', { program });
  const missing = `They need ${packages.join(' and ')} as Debian and Ubuntu package them. ${log}`.trim();
  console.error(`The tests of hosting are skipped. ${missing}`);
  project.provide('nginx', { missing });
}

function find(): string | undefined {
  if (!existsSync(brotliModule)) return undefined;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
  return folders.map((folder) => join(folder, 'nginx')).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function install(): Promise<string> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
    return '';
  } catch (error) {
    return `They could not be installed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
