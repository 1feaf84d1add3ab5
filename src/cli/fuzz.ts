import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { CliError, type Command } from './command.ts';

const usage = `Usage: npm run fuzz -- [--cases 10000]
Tries the core with random content: new cases each time, after those that failed before (test/fixtures/fuzz-seeds.json).`;

/** `npm run fuzz`: the property tests, with many cases. */
export const fuzz: Command = async (args, output) => {
  const { values } = parseArgs({ args: [...args], options: { cases: { type: 'string', default: '10000' } } });
  if (!/^[1-9]\d*$/.test(values.cases)) throw new CliError(`Unexpected number of cases \`${values.cases}\``, usage);
  output.note(`${values.cases} cases of each property\n`);
  return new Promise((resolve, reject) => {
    const child = spawn('vitest', ['run', '--config', 'test/vitest.config.ts', '--project', 'fuzz'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, CHRONICLE_FUZZ_CASES: values.cases },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
};
