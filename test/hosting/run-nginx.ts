import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const patience = 10_000;

/** An nginx that serves a folder by the documented configuration. */
export interface Nginx {
  /** The address of the host, without a slash at its end. */
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Starts nginx with `hosting/nginx.conf`, in which only the port, the folders and the base path are other ones, as the
 * documentation says. The site lies in the root, or in the folder of its base path.
 */
export async function runNginx(program: string, folder: string, root: string, base: string): Promise<Nginx> {
  const port = await findPort();
  const site = join(root, base);
  const changes: readonly [string, string][] = [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['include /srv/chronicle/dist/_redirects.nginx;', `include ${join(site, '_redirects.nginx')};`],
    ['root /srv/chronicle/dist;', `root ${root};`],
    ['set $chronicle_base "";', `set $chronicle_base "${base.slice(0, -1)}";`],
  ];
  let own = await readFile('hosting/nginx.conf', 'utf8');
  for (const [from, to] of changes) {
    if (own.split(from).length !== 2) throw new Error(`hosting/nginx.conf does not have \`${from}\` once`);
    own = own.replace(from, () => to);
  }
  await mkdir(join(folder, 'temp'));
  await writeFile(join(folder, 'chronicle.conf'), own);
  await writeFile(join(folder, 'nginx.conf'), frame(folder));
  const child = spawn(program, ['-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += String(chunk);
  });
  let hasEnded = false;
  const ended = new Promise<void>((resolve) =>
    child.on('close', () => {
      hasEnded = true;
      resolve();
    }),
  );
  const origin = `http://127.0.0.1:${port}`;
  const started = performance.now();
  while (!(await answers(origin))) {
    if (hasEnded || performance.now() - started > patience) throw new Error(`nginx does not answer:\n${log}`);
    await wait(50);
  }
  return {
    origin,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

// As Debian's /etc/nginx/nginx.conf, but with all that is written in one folder, and in the foreground.
function frame(folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
${process.getuid?.() === 0 ? 'user root;' : ''}
include /etc/nginx/modules-enabled/*.conf;
events { worker_connections 256; }
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/temp/${name};`).join('\n  ')}
  include ${folder}/chronicle.conf;
}
`;
}

async function answers(origin: string): Promise<boolean> {
  return fetch(origin).then(
    () => true,
    () => false,
  );
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
