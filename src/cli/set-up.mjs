// Runs on Node 20 with nothing installed: gets what is missing, then runs a command of the project on a Node that Astro supports.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const modules = join(root, 'node_modules');
// Astro asks for 22.12; SQLite comes with Node since 22.13.
const neededNode = [22, 13];
const nodePackage = 'node@24';
const browserPackage = '@sparticuz/chromium@147.0.0';
/** How long a browser may take to start, in milliseconds. */
const browserPatience = 30_000;
const isWindows = process.platform === 'win32';
const localNode = join(modules, '.bin', isWindows ? 'node.cmd' : 'node');

/** Says what is being done; plain lines, for a terminal and a log alike. */
function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Ends with one sentence that says what to do. */
function fail(text) {
  say(text);
  process.exit(1);
}

function runNpm(args) {
  const script = process.env.npm_execpath;
  const [command, ...first] = script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
  const result = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    shell: isWindows,
  });
  return { isDone: result.status === 0, log: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}` };
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Tells whether every package that the lockfile wants here is installed in its version. */
function hasDependencies() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  const installed = readJson(join(modules, '.package-lock.json'))?.packages;
  if (!installed) return false;
  return Object.entries(wanted).every(
    ([path, item]) => path === '' || item.optional || item.devOptional || installed[path]?.version === item.version,
  );
}

function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > neededNode[0] || (major === neededNode[0] && minor >= neededNode[1]);
}

function versionOf(node) {
  const result = spawnSync(node, ['--version'], { encoding: 'utf8', shell: isWindows });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** Packages outside the lockfile are installed together, for npm removes those that a later call does not name. */
function installExtras(extras) {
  const present = [
    existsSync(join(modules, 'node', 'package.json')) && nodePackage,
    existsSync(join(modules, '@sparticuz', 'chromium')) && browserPackage,
  ];
  return runNpm([
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    ...new Set([...present.filter(Boolean), ...extras]),
  ]);
}

function ensureDependencies() {
  if (hasDependencies()) return;
  const started = Date.now();
  say('Set-up: installing the dependencies with npm ci …');
  const { isDone, log } = runNpm(['ci', '--no-audit', '--no-fund']);
  if (!isDone) fail(`${log}\nThe dependencies could not be installed; check the network and run the command again.`);
  say(`Set-up: dependencies installed (${seconds(started)} s)`);
}

/** Returns a Node that Astro supports: the one that runs this, or one from the npm registry. */
function ensureNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const present = existsSync(localNode) ? versionOf(localNode) : undefined;
  if (present && isNewEnough(present)) return localNode;
  const started = Date.now();
  say(
    `Set-up: Node ${process.versions.node} is older than needed (${neededNode.join('.')}); getting Node 24 from the npm registry …`,
  );
  const { isDone, log } = installExtras([nodePackage]);
  const version = isDone && existsSync(localNode) ? versionOf(localNode) : undefined;
  if (!version || !isNewEnough(version)) {
    fail(
      `${log}\nNode 24 could not be installed from the npm registry; install Node ${neededNode.join('.')} or newer and run the command again.`,
    );
  }
  say(`Set-up: Node ${version} is in node_modules (${seconds(started)} s)`);
  return localNode;
}

function findOnPath(names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here; the next folder may have it.
      }
    }
  }
  return undefined;
}

function findInstalledBrowser() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe'];
  const places = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  return findOnPath(names) ?? places.find((path) => existsSync(path));
}

/** Tells whether a browser starts: it then says where its debugger listens. */
async function startsBrowser(path) {
  const profile = mkdtempSync(join(tmpdir(), 'chronicle-browser-'));
  const args = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((done) => child.on('close', done));
  const started = await new Promise((decide) => {
    let log = '';
    const timer = setTimeout(() => decide(false), browserPatience);
    const settle = (answer) => {
      clearTimeout(timer);
      decide(answer);
    };
    child.stderr.on('data', (chunk) => {
      log += chunk;
      if (log.includes('DevTools listening')) settle(true);
    });
    child.on('error', () => settle(false));
    child.on('exit', () => settle(false));
  });
  child.kill('SIGKILL');
  await ended;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return started;
}

/** Returns a browser for the tests: an installed one, one from the npm registry, or the system's package. */
async function ensureBrowser(node) {
  const installed = findInstalledBrowser();
  if (installed && (await startsBrowser(installed))) return installed;
  say('Set-up: no Chrome or Chromium that starts was found; getting one from the npm registry …');
  const packaged = getPackagedBrowser(node);
  if (packaged && (await startsBrowser(packaged))) return packaged;
  if (process.platform === 'linux' && process.getuid?.() === 0 && findOnPath(['apt-get'])) {
    say("Set-up: that one does not start here; installing the system's package chromium …");
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const system = findOnPath(['chromium']);
    if (system && (await startsBrowser(system))) return system;
  }
  return fail(
    'The browser tests need Chrome or Chromium: install one, or set CHROME_PATH to its program, and run npm test again.',
  );
}

function getPackagedBrowser(node) {
  if (!existsSync(join(modules, '@sparticuz', 'chromium')) && !installExtras([browserPackage]).isDone) return undefined;
  const script =
    "import('@sparticuz/chromium').then((module) => module.default.executablePath()).then((path) => console.log(path))";
  const result = spawnSync(node, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

function seconds(started) {
  return ((Date.now() - started) / 1000).toFixed(1);
}

const [command = '', ...args] = process.argv.slice(2);
ensureDependencies();
const node = ensureNode();
const browser =
  command === 'test' || (command === 'bench' && args.includes('--search'))
    ? await ensureBrowser(node)
    : process.env.CHROME_PATH;
const child = spawn(node, [join(root, 'src/cli/index.ts'), command, ...args], {
  cwd: root,
  stdio: 'inherit',
  shell: isWindows,
  env: {
    ...process.env,
    PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    ...(browser ? { CHROME_PATH: browser } : {}),
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => fail(`The command could not be started: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
