import { build as astroBuild } from 'astro';
import { type PageOptions, pageWriter } from './write-pages.ts';

/** Bundles the pages' code with Astro into a folder, and makes the pages. */
export async function renderPages(options: PageOptions): Promise<void> {
  // NODE_ENV decides on whether Vite and Astro bundle for production.
  process.env['NODE_ENV'] ??= 'production';
  await astroBuild({
    outDir: options.bundle,
    logLevel: 'warn',
    mode: 'production',
    integrations: [pageWriter(options)],
  });
}
