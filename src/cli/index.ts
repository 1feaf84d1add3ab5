import { CliError, type Command, type Output } from './command.ts';

const commands: Record<string, () => Promise<Command>> = {
  addresses: async () => (await import('./addresses.ts')).addresses,
  bench: async () => (await import('./bench.ts')).bench,
  build: async () => (await import('./build.ts')).build,
  check: async () => (await import('./check.ts')).check,
  compress: async () => (await import('./compress.ts')).compress,
  dev: async () => (await import('./dev.ts')).dev,
  links: async () => (await import('./links.ts')).links,
  new: async () => (await import('./new.ts')).newRecord,
  import: async () => (await import('./import.ts')).importArticle,
  fuzz: async () => (await import('./fuzz.ts')).fuzz,
  soak: async () => (await import('./soak.ts')).soak,
  start: async () => (await import('./serve.ts')).start,
  stats: async () => (await import('./stats.ts')).stats,
  test: async () => (await import('./test.ts')).test,
};

const output: Output = {
  write: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
};

/** Runs one command of the project and sets the exit code. */
async function run([name = '', ...args]: readonly string[]): Promise<void> {
  const load = commands[name];
  if (!load) {
    output.note(`Unexpected command \`${name}\`, expected one of ${Object.keys(commands).join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    const command = await load();
    process.exitCode = await command(args, output);
  } catch (error) {
    if (error instanceof CliError || isUsageError(error)) {
      output.note(`${error.message}\n${error instanceof CliError ? `\n${error.usage}\n` : ''}`);
      process.exitCode = 2;
      return;
    }
    throw error;
  }
}

// node:util's parseArgs reports wrong options by such codes.
function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

await run(process.argv.slice(2));
