import { defineConfig } from 'astro/config';
import { chronicle } from './src/site/integration.ts';
import { withoutEngines } from './src/site/no-engines.ts';
import { readSettings } from './src/site/settings.ts';

const settings = readSettings();

export default defineConfig({
  base: settings.base,
  outDir: settings.out,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never', concurrency: 8 },
  server: { host: '127.0.0.1', port: 4321 },
  // One stylesheet for all pages: fetched once, and small.
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false }, plugins: [withoutEngines()] },
  integrations: [chronicle(settings)],
});
