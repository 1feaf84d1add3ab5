import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { CliError, type Command } from './command.ts';

const usage = `Usage: npm run soak -- [--edits 500] [--seed N]
Edits, renames and deletes content at random under a running dev server, with faults in between; the same seed does the same.`;

/** `npm run soak`: the dev server under many edits. */
export const soak: Command = async (args, output) => {
  const { values } = parseArgs({
    args: [...args],
    options: { edits: { type: 'string', default: '500' }, seed: { type: 'string', default: String(randomInt(1e9)) } },
  });
  for (const [name, value] of Object.entries(values))
    if (!/^[1-9]\d*$/.test(value)) throw new CliError(`Unexpected number of ${name} \`${value}\``, usage);
  output.note(`${values.edits} edits with the seed ${values.seed}\n`);
  return new Promise((resolve, reject) => {
    const child = spawn('vitest', ['run', '--config', 'test/vitest.config.ts', '--project', 'soak'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, CHRONICLE_SOAK_EDITS: values.edits, CHRONICLE_SOAK_SEED: values.seed },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
};
