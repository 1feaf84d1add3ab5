import { setTimeout as sleep } from 'node:timers/promises';
import type { LinkFinding } from '../../core/link-status.ts';
import type { Robots } from './robots.ts';

/** How links are asked. */
export interface AskOptions {
  /** Who asks, so that a server's keeper knows. */
  readonly agent: string;
  /** How long an answer may take, in milliseconds. */
  readonly timeout: number;
  /** How often a link that fails is asked again. */
  readonly retries: number;
  /** How long to wait before that, in milliseconds; twice as long each time. */
  readonly retryDelay: number;
}

const hopLimit = 10;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const permanentRedirects: ReadonlySet<number> = new Set([301, 308]);
const goneCodes: ReadonlySet<number> = new Set([404, 410]);
// Servers that answer so may well show the page to a reader: forbidden, to be paid for, too many requests, for legal reasons.
const refusals: ReadonlySet<number> = new Set([401, 402, 403, 406, 407, 429, 451, 999]);

/** Asks for a link and tells what was found; what fails is asked again. Nothing makes it throw. */
export async function askLink(address: string, robots: Robots, options: AskOptions): Promise<LinkFinding> {
  let finding = await followLink(address, robots, options);
  for (let attempt = 0; attempt < options.retries && finding.state === 'failing'; attempt += 1) {
    await sleep(options.retryDelay * 2 ** attempt);
    finding = await followLink(address, robots, options);
  }
  return finding;
}

async function followLink(address: string, robots: Robots, options: AskOptions): Promise<LinkFinding> {
  let current = address;
  let isPermanent = true;
  const seen = new Set<string>();
  for (let hop = 0; hop <= hopLimit; hop += 1) {
    if (seen.has(current)) return { state: 'failing', reason: 'redirects in a circle' };
    seen.add(current);
    if (!(await robots.allows(current))) return { state: 'disallowed' };
    let answer: Answer;
    try {
      answer = await request(current, options);
    } catch (error) {
      return { state: 'failing', reason: describeFault(error) };
    }
    if (!redirects.has(answer.status) || answer.location === null)
      return classify(answer.status, current === address || !isPermanent ? undefined : current);
    isPermanent &&= permanentRedirects.has(answer.status);
    if (!URL.canParse(answer.location, current)) return { state: 'failing', reason: 'a redirect that leads nowhere' };
    current = new URL(answer.location, current).href;
  }
  return { state: 'failing', reason: `more than ${hopLimit} redirects` };
}

interface Answer {
  readonly status: number;
  readonly location: string | null;
}

// Some servers know no HEAD, or answer it otherwise than GET; only a good answer to it counts.
async function request(address: string, options: AskOptions): Promise<Answer> {
  const head = await send(address, 'HEAD', options);
  return head.status < 400 ? head : send(address, 'GET', options);
}

async function send(address: string, method: string, { agent, timeout }: AskOptions): Promise<Answer> {
  const response = await fetch(address, {
    method,
    redirect: 'manual',
    headers: { 'user-agent': agent, accept: 'text/html,*/*' },
    signal: AbortSignal.timeout(timeout),
  });
  await response.body?.cancel();
  return { status: response.status, location: response.headers.get('location') };
}

function classify(status: number, to: string | undefined): LinkFinding {
  if (status >= 200 && status < 300)
    return to === undefined ? { state: 'live', status } : { state: 'moved', status, to };
  if (goneCodes.has(status)) return { state: 'gone', status };
  if (refusals.has(status)) return { state: 'refused', status };
  return { state: 'failing', status };
}

function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
}
