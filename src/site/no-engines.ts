import type { AstroUserConfig } from 'astro';

type VitePlugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number];

/**
 * Leaves gray-matter's own engines out of what browsers get: one of them evaluates code, and the core passes its own for all
 * languages that it reads.
 */
export function withoutEngines(): VitePlugin {
  return {
    name: 'gray-matter-without-engines',
    enforce: 'pre',
    load: (id) => (/\/gray-matter\/lib\/engines\.js$/.test(id) ? 'module.exports = {};' : undefined),
  };
}
