import fc from 'fast-check';
import { readFile } from 'node:fs/promises';

/** A failure of the past, which every run tries again first. */
interface KeptSeed {
  readonly property: string;
  readonly seed: number;
  readonly path: string;
}

const fewCases = 200;
const caseLimit = 1000;

/** How many cases each property is tried with: a few hundred in `npm test`, what `npm run fuzz` asks for there. */
export const caseCount = Number(process.env['CHRONICLE_FUZZ_CASES'] ?? fewCases);

/**
 * Tries a property with random cases after those that failed before. `npm test` always tries the same ones; `npm run fuzz`
 * others each time, and a failure names the seed and path to keep in test/fixtures/fuzz-seeds.json.
 */
export async function fuzz<T>(name: string, cases: fc.Arbitrary<T>, check: (value: T) => void): Promise<void> {
  const property = fc.property(cases, (value) => withinLimit(() => check(value)));
  const kept = JSON.parse(await readFile('test/fixtures/fuzz-seeds.json', 'utf8')) as KeptSeed[];
  for (const { seed, path } of kept.filter((item) => item.property === name)) fc.assert(property, { seed, path });
  fc.assert(property, {
    numRuns: caseCount,
    ...(caseCount === fewCases ? { seed: 20_200_927 } : {}),
    reporter: (details) => {
      if (!details.failed) return;
      const seed = JSON.stringify({ property: name, seed: details.seed, path: details.counterexamplePath });
      throw new Error(`Keep ${seed} in test/fixtures/fuzz-seeds.json\n${fc.defaultReportMessage(details) ?? ''}`, {
        cause: details.errorInstance,
      });
    },
  });
}

// By the processor's time, so that a busy machine makes no difference.
function withinLimit(work: () => void): void {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  const spent = (user + system) / 1000;
  if (spent > caseLimit) throw new Error(`It took ${Math.round(spent)} ms, expected at most ${caseLimit}`);
}
