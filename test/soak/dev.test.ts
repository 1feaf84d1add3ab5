import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSettings } from '../../src/site/settings.ts';
import { readUsage } from '../bench/process-tree.ts';
import { createRandom } from '../bench/random.ts';
import { startDev } from '../support/dev-server.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { Author } from './author.ts';
import { awaitTruth } from './compare.ts';

const editCount = Number(process.env['CHRONICLE_SOAK_EDITS'] ?? 60);
const seed = Number(process.env['CHRONICLE_SOAK_SEED'] ?? 20_200_927);

/** How many edits there are between two looks at the memory. */
const lookAfter = 5;
/** By how much the last third of the edits may need more memory than the first, which still fills Vite's caches. */
const allowedGrowth = 1.15;

/** A text of some length, so that a reading that is not let go of weighs something. */
const long = `---\ntitle: Long\nsummary: A long text.\n---\n${'The *ministry* said so, and **nobody** denied it.\n\n'.repeat(600)}`;

const kinds = ['heap', 'resident', 'all'] as const;
const words = {
  heap: 'alive on the heap',
  resident: 'resident',
  all: 'resident with its children',
};

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

test(`the dev server shows the truth after each of ${editCount} edits, and does not grow (seed ${seed})`, async () => {
  const content = join(await tempFolder(), 'content');
  await cp('test/fixtures/sound/content', content, { recursive: true });
  await writeFile(join(content, 'pages/long.md'), long);
  const random = createRandom(seed);
  const author = await Author.of(readSettings({ CHRONICLE_CONTENT: content, CHRONICLE_HISTORY: 'off' }), random);
  const server = await startDev(content, { CHRONICLE_HISTORY: 'off' });
  onTestFinished(() => server.stop());
  const started = performance.now();
  const looks: Record<(typeof kinds)[number], number>[] = [];
  const times: number[] = [];
  let faulty = 0;
  for (let number = 1; number <= editCount; number += 1) {
    const shown = server.terminal().length;
    const change = await author.act(number);
    const waited = await awaitTruth(server, change, shown, random).catch((cause: unknown) => {
      throw new Error(`After ${change.what}, with the seed ${seed}`, { cause });
    });
    times.push(waited);
    faulty += change.truth.context ? 0 : 1;
    if (number % lookAfter !== 0) continue;
    const memory = await server.memory();
    looks.push({ ...memory, all: (await readUsage(server.pid))?.memory ?? memory.resident });
  }
  const third = Math.floor(looks.length / 3);
  const of = (part: typeof looks, kind: (typeof kinds)[number]) => median(part.map((look) => look[kind]));
  const growth = kinds.map((kind) => [kind, of(looks.slice(0, third), kind), of(looks.slice(-third), kind)] as const);
  console.error(
    [
      `${editCount} edits with the seed ${seed} in ${((performance.now() - started) / 1000).toFixed(0)} s`,
      `${faulty} left the content faulty`,
      `shown after ${median(times).toFixed(0)} ms in the middle, ${Math.max(...times).toFixed(0)} ms at most`,
      ...growth.map(
        ([kind, first, end]) => `${words[kind]}: ${megabytes(first)} in the first third, ${megabytes(end)} in the last`,
      ),
    ].join('\n'),
  );
  expect(faulty).toBeGreaterThan(editCount / 10);
  for (const [kind, first, end] of growth) expect(end, words[kind]).toBeLessThan(first * allowedGrowth);
});
