import { defineConfig } from 'vitest/config';

const project = (name: string, more: Record<string, unknown> = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], root: '.', ...more },
});

const built = { globalSetup: ['test/site/build-site.ts'], testTimeout: 120_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    root: '.',
    projects: [
      project('core'),
      project('fuzz', { testTimeout: Number(process.env['CHRONICLE_FUZZ_CASES'] ?? 600) * 600 }),
      project('cli', { testTimeout: 120_000 }),
      project('site', built),
      project('security', {
        globalSetup: ['test/security/build-hostile.ts'],
        testTimeout: 1_200_000,
        hookTimeout: 240_000,
      }),
      project('browser', { ...built, fileParallelism: false }),
    ],
  },
});
