import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import type { ViewContext } from '../../src/core/views/context.ts';
import type { Random } from '../bench/random.ts';
import type { DevServer } from '../support/dev-server.ts';
import type { Change } from './author.ts';
import { type Answer, askFile, askPage, headings, knownAddresses, machineFiles } from './truth.ts';

/** How long a server may show what was, in milliseconds. */
const patience = 60_000;
/** How long it is left alone between two questions, in milliseconds. */
const pause = 25;
/** How many pages and files are looked at after each edit beside those that changed. */
const otherCount = 2;

/** Something to ask a server, and what it should answer; any text will do where none is given. */
interface Question {
  readonly address: string;
  readonly isFile: boolean;
  readonly expected: readonly [status: number, text?: string | undefined];
}

/**
 * Asks a server for what changed and for other things, each until it shows what the content says, and then again. Returns
 * how long it took, in milliseconds.
 */
export async function awaitTruth(server: DevServer, change: Change, shown: number, random: Random): Promise<number> {
  const started = performance.now();
  const questions = listQuestions(change, random);
  for (const question of questions) {
    const limit = performance.now() + patience;
    while (!(await isAnswered(server, question))) {
      if (performance.now() > limit) await demand(server, question);
      await wait(pause);
    }
  }
  const spent = performance.now() - started;
  for (const question of questions) await demand(server, question);
  const { report } = change.truth;
  if (report !== undefined) await expect.poll(() => server.terminal().slice(shown)).toContain(report);
  return spent;
}

function listQuestions({ truth, last, changed }: Change, random: Random): Question[] {
  const context = truth.context ?? last;
  const files = machineFiles(context);
  const titles = headings(context);
  const known = knownAddresses(context);
  const affected = changed.flatMap((path) => [context, last].map((item) => addressOf(item, path)));
  const pages = new Set([
    ...affected.filter((address) => address !== undefined),
    ...random.some([...known], otherCount),
  ]);
  const askedFiles = [...[...pages].map((page) => `${page}index.json`), ...random.some([...files.keys()], otherCount)];
  return [
    ...[...pages].map((address): Question => {
      if (truth.report !== undefined) return { address, isFile: false, expected: [500, 'ContentError'] };
      if (!known.has(address)) return { address, isFile: false, expected: [404, 'Page not found'] };
      return { address, isFile: false, expected: [200, titles.get(address)] };
    }),
    ...askedFiles
      .filter((address) => files.has(address))
      .map((address): Question => {
        if (truth.report === undefined) return { address, isFile: true, expected: [200, files.get(address)?.()] };
        // The names come from a page, whose report the browser gets by another way.
        return { address, isFile: true, expected: address.endsWith('/names.json') ? [500] : [500, truth.report] };
      }),
  ];
}

function addressOf({ urls }: ViewContext, path: string): string | undefined {
  return path === 'chronicle.yml' ? urls.home : urls.contentFile(path);
}

function ask({ origin }: DevServer, { address, isFile }: Question): Promise<Answer> {
  return isFile ? askFile(origin, address) : askPage(origin, address);
}

async function isAnswered(server: DevServer, question: Question): Promise<boolean> {
  const [status, text] = await ask(server, question);
  const [wanted, words] = question.expected;
  return status === wanted && (words === undefined || text === words);
}

async function demand(server: DevServer, question: Question): Promise<void> {
  const [status, text] = await ask(server, question);
  const [wanted, words = text] = question.expected;
  expect([question.address, status, text]).toEqual([question.address, wanted, words]);
}
