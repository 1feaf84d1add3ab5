import { setTimeout as sleep } from 'node:timers/promises';
import type { LinkFinding } from '../../core/link-status.ts';
import { askLink, type AskOptions } from './ask-link.ts';
import { Robots } from './robots.ts';

/** How a whole run goes. */
export interface CheckOptions extends AskOptions {
  /** How many servers are asked at a time; each gets one request at a time. */
  readonly concurrency: number;
  /** How long a server is left alone between two links, in milliseconds; longer where its robots.txt asks for it. */
  readonly delay: number;
}

const longestDelay = 10_000;

/** Checks links politely: several servers at a time, each server one link after the other. */
export async function checkLinks(
  addresses: readonly string[],
  options: CheckOptions,
  onFinding: (address: string, finding: LinkFinding) => Promise<void> | void,
): Promise<void> {
  const robots = new Robots(options.agent.split(' ')[0] ?? '', options.timeout);
  const hosts = new Map<string, string[]>();
  for (const address of addresses) {
    const { host } = new URL(address);
    hosts.set(host, [...(hosts.get(host) ?? []), address]);
  }
  // The longest queue starts first, so that it is not the last one left.
  const queues = [...hosts.values()].sort((a, b) => b.length - a.length);
  const work = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const [index, address] of queue.entries()) {
        if (index > 0) await sleep(Math.min(longestDelay, Math.max(options.delay, await robots.delayOf(address))));
        await onFinding(address, await askLink(address, robots, options));
      }
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, work));
}
