import type { Plugin } from 'vite';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const reader = resolve('src/site/chronicle.ts');

/**
 * Keeps the module that reads the chronicle out of the bundle of the pages, so that a build and its pages are one process
 * with one chronicle.
 */
export function shareChronicle(): Plugin {
  return {
    name: 'share-chronicle',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.endsWith('site/chronicle.ts')) return undefined;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved?.id === reader ? { id: pathToFileURL(reader).href, external: true } : undefined;
    },
  };
}
