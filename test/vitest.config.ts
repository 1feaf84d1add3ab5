import { defineConfig } from 'vitest/config';

const project = (name: string, more: Record<string, unknown> = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], root: '.', testTimeout: 60_000, ...more },
});

const built = { globalSetup: ['test/site/build-site.ts'], testTimeout: 300_000, hookTimeout: 300_000 };

// What measures time in a browser runs when nothing else does.
const alone = (groupOrder: number) => ({ ...built, fileParallelism: false, sequence: { groupOrder } });

export default defineConfig({
  test: {
    root: '.',
    projects: [
      project('core'),
      project('fuzz', { testTimeout: Number(process.env['CHRONICLE_FUZZ_CASES'] ?? 600) * 600 }),
      project('cli', { testTimeout: 300_000 }),
      project('editor', { testTimeout: 300_000 }),
      project('soak', { testTimeout: Number(process.env['CHRONICLE_SOAK_EDITS'] ?? 60) * 20_000 }),
      project('hosting', { globalSetup: ['test/hosting/ensure-nginx.ts'], testTimeout: 120_000, hookTimeout: 300_000 }),
      project('site', built),
      project('security', {
        globalSetup: ['test/security/build-hostile.ts'],
        testTimeout: 1_200_000,
        hookTimeout: 300_000,
      }),
      project('browser', alone(1)),
      project('lighthouse', alone(2)),
    ],
  },
});
