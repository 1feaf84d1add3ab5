import { spawn } from 'node:child_process';
import { userEnvironment } from './environment.ts';

/** What a process holds after a collection of garbage, in bytes. */
export interface Memory {
  /** What is alive on the heap of JavaScript. */
  readonly heap: number;
  /** What the system has given to the process. */
  readonly resident: number;
}

/** A dev server, as `npm run dev` starts it. */
export interface DevServer {
  /** The address of the site's root, without a slash at its end. */
  readonly origin: string;
  readonly pid: number;
  /** Returns everything that the terminal has shown. */
  terminal(): string;
  /** Lets the server collect its garbage, and returns what is left. */
  memory(): Promise<Memory>;
  stop(): Promise<void>;
}

// Runs in the server before anything else and answers whoever started it; no other channel would be as quiet. Its threads run it too, and have none.
const reporter = `
if (process.channel) process.on('message', () => {
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  process.send({ heap: heapUsed, resident: rss });
});
process.channel?.unref();`;

/** Starts the dev server on a content folder and any free port. */
export async function startDev(content: string, environment: Record<string, string> = {}): Promise<DevServer> {
  const preload = `data:text/javascript,${encodeURIComponent(reporter)}`;
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', preload, 'src/cli/index.ts', 'dev', '--port', '0'],
    {
      env: userEnvironment({ CHRONICLE_CONTENT: content, ...environment }),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let log = '';
  const port = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      log += String(chunk);
      const match = /http:\/\/localhost:(\d+)/.exec(log);
      if (match?.[1]) resolve(match[1]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`The dev server ended with the code ${code}:\n${log}`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    terminal: () => log,
    memory: () =>
      new Promise((resolve, reject) => {
        child.once('message', (answer) => resolve(answer as Memory));
        child.send('collect', (error) => error && reject(error));
      }),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
