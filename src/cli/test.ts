import { spawn } from 'node:child_process';
import type { Command } from './command.ts';

interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const formatted = [
  '.github',
  '.vscode/extensions',
  'src',
  'test',
  '!test/**/fixtures/**',
  '*.{json,mjs}',
  '!package-lock.json',
];

const steps: readonly Step[] = [
  { name: 'Content', command: 'node', args: ['src/cli/index.ts', 'check'] },
  { name: 'Types', command: 'astro', args: ['check', '--minimumSeverity', 'warning'] },
  { name: 'Lint', command: 'biome', args: ['lint', '--error-on-warnings'] },
  { name: 'Format', command: 'prettier', args: ['--check', '--log-level', 'warn', ...formatted] },
  { name: 'Tests', command: 'vitest', args: ['run', '--config', 'test/vitest.config.ts'] },
];

/** `npm test`: content, types, lint, format, then all tests; arguments go to Vitest alone. */
export const test: Command = async (args, output) => {
  const failed: string[] = [];
  for (const step of args.length > 0 ? steps.slice(-1) : steps) {
    output.note(`\n${step.name}: ${step.command}\n`);
    const started = performance.now();
    const code = await run(step, step.name === 'Tests' ? args : []);
    output.note(
      `${step.name}: ${code === 0 ? 'passed' : 'FAILED'} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`,
    );
    if (code !== 0) failed.push(step.name);
  }
  output.note(failed.length === 0 ? '\nAll passed.\n' : `\nFailed: ${failed.join(', ')}\n`);
  return failed.length === 0 ? 0 : 1;
};

function run(step: Step, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(step.command, [...step.args, ...args], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
