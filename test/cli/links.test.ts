import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { LinkStatus } from '../../src/core/link-status.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (_, response) => {
    response.writeHead(code, headers).end(body);
  };

const answers: Record<string, Answer> = {
  '/robots.txt': status(200, {}, 'User-agent: *\nDisallow: /private\n'),
  '/ok': status(200),
  '/moved': status(301, { location: '/ok' }),
  '/elsewhere-today': status(302, { location: '/ok' }),
  '/moved-to-nothing': status(301, { location: '/missing' }),
  '/missing': status(404),
  '/gone': status(410),
  '/forbidden': status(403),
  '/error': status(500),
  '/never': () => {},
  '/slow': (_, response) => {
    setTimeout(() => response.writeHead(200).end(), 200);
  },
  '/loop': status(301, { location: '/back' }),
  '/back': status(302, { location: '/loop' }),
  '/private': status(200),
  '/no-head': (request, response) => {
    response.writeHead(request.method === 'HEAD' ? 404 : 200).end();
  },
  '/recovers': (() => {
    let count = 0;
    return (_, response) => {
      count += 1;
      // HEAD and GET of the first attempt fail.
      response.writeHead(count > 2 ? 200 : 503).end();
    };
  })(),
};

/** Starts a server on loopback; it notes every request and how many it had at a time. */
async function startServer() {
  const seen = { requests: [] as string[], open: 0, most: 0 };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    seen.requests.push(`${request.method} ${url.pathname}`);
    seen.open += 1;
    seen.most = Math.max(seen.most, seen.open);
    response.on('close', () => {
      seen.open -= 1;
    });
    if (url.pathname === '/available') {
      const asked = url.searchParams.get('url') ?? '';
      const closest = {
        available: true,
        status: '200',
        url: `http://archive.example/${url.searchParams.get('timestamp')}/${asked}`,
      };
      response.end(JSON.stringify({ archived_snapshots: asked.endsWith('/gone') ? { closest } : {} }));
      return;
    }
    (answers[url.pathname] ?? status(404))(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

async function contentWith(addresses: Record<string, string>): Promise<string> {
  const content = join(await tempFolder(), 'content');
  await cp('test/fixtures/sound/content', content, { recursive: true });
  // The fixture's own addresses are nobody's to ask.
  for (const id of ['wire', 'gazetteer']) {
    const file = join(content, `sources/${id}.md`);
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace(/^url: .*$/m, 'url-missing: Left out.').replace(/^archive: .*$/m, 'archive-missing: Left out.'),
    );
  }
  for (const [id, address] of Object.entries(addresses)) {
    const fields = `title: ${id}\ntype: webpage\npublisher: Here\nissued: 2020-10-02\nlanguage: en\nurl: ${address}`;
    await writeFile(
      join(content, `sources/${id}.md`),
      `---\n${fields}\narchive-missing: None yet.\nclass: agency\nparty: none\n---\n`,
    );
  }
  return content;
}

const readStatus = async (content: string) =>
  JSON.parse(await readFile(join(content, 'link-status.json'), 'utf8')) as Record<string, LinkStatus>;

const fast = ['--timeout', '0.5', '--retries', '1', '--delay', '0'];

test('each kind of answer is told apart, one request at a time, and what robots.txt forbids is not asked for', async () => {
  const { origin, seen } = await startServer();
  const paths = Object.keys(answers).filter((path) => path !== '/robots.txt' && path !== '/back');
  const ids = Object.fromEntries(paths.map((path) => [path.slice(1), `${origin}${path}`]));
  const content = await contentWith({ ...ids, refused: 'http://127.0.0.1:9/' });
  const { code, stdout, stderr } = await runCli(['links', ...fast, '--archive-api', `${origin}/available`], {
    CHRONICLE_CONTENT: content,
  });
  expect(stderr).toBe(`${paths.length + 1} of ${paths.length + 1} links checked\n`);
  expect(code).toBe(0);
  const found = Object.fromEntries(
    Object.entries(await readStatus(content)).map(([address, item]) => [
      address.replace(origin, ''),
      [item.state, item.status, item.to?.replace(origin, ''), item.reason].filter(Boolean).join(' '),
    ]),
  );
  expect(found).toEqual({
    '/ok': 'live 200',
    '/moved': 'moved 200 /ok',
    '/elsewhere-today': 'live 200',
    '/moved-to-nothing': 'gone 404',
    '/missing': 'gone 404',
    '/gone': 'gone 410',
    '/forbidden': 'refused 403',
    '/error': 'failing 500',
    '/never': 'failing no answer in time',
    '/slow': 'live 200',
    '/loop': 'failing redirects in a circle',
    '/private': 'disallowed',
    '/no-head': 'live 200',
    '/recovers': 'live 200',
    'http://127.0.0.1:9/': expect.stringMatching(/^failing /),
  });
  expect(seen.requests.filter((request) => request.endsWith('/private'))).toEqual([]);
  expect(seen.requests.filter((request) => request.endsWith('/robots.txt'))).toHaveLength(1);
  // A request that was given up may still be open when the next one comes.
  expect(seen.most).toBeLessThanOrEqual(2);
  expect(stdout).toContain(`sources/gone.md: write archive: https://archive.example/20201002/${origin}/gone\n`);
  expect(stdout).toContain('sources/missing.md: no archived copy found\n');
  expect(stdout).not.toContain('sources/ok.md');
});

test('a link is asked again after some days only, and its state counts the checks in a row', async () => {
  const { origin, seen } = await startServer();
  const content = await contentWith({ gone: `${origin}/gone`, ok: `${origin}/ok` });
  const today = new Date().toISOString().slice(0, 10);
  await writeFile(
    join(content, 'link-status.json'),
    JSON.stringify({
      [`${origin}/gone`]: { state: 'gone', status: 404, checked: '2026-01-02', since: '2026-01-01', checks: 2 },
      [`${origin}/ok`]: { state: 'live', status: 200, checked: today, since: today, checks: 1 },
      'https://no-source.example/': { state: 'live', status: 200, checked: today, since: today, checks: 1 },
    }),
  );
  const { stderr } = await runCli(['links', ...fast, '--archive-api', `${origin}/available`], {
    CHRONICLE_CONTENT: content,
  });
  expect(stderr).toBe('1 of 2 links checked\n');
  expect(seen.requests).not.toContain('HEAD /ok');
  expect(await readStatus(content)).toEqual({
    [`${origin}/gone`]: { state: 'gone', status: 410, checked: today, since: '2026-01-01', checks: 3 },
    [`${origin}/ok`]: { state: 'live', status: 200, checked: today, since: today, checks: 1 },
  });
});

test.each([
  [['links', '--delay', 'soon'], 'Unexpected --delay `soon`, expected a number from 0'],
  [['links', '--archive-api', 'here'], 'Unexpected --archive-api `here`, expected an address'],
])('a wrong call %j: exit code 2 and what is wrong', async (args, message) => {
  const { code, stderr } = await runCli(args, { CHRONICLE_CONTENT: 'test/fixtures/sound/content' });
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
