import type { Plugin } from 'vite';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// What holds a state that a build shares with its pages.
const shared = new Map(['src/site/chronicle.ts', 'src/core/reads.ts'].map((path) => [basename(path), resolve(path)]));

/**
 * Keeps the modules that read the chronicle, and that take down what is read of it, out of the bundle of the pages, so that
 * a build and its pages are one process with one chronicle.
 */
export function shareChronicle(): Plugin {
  return {
    name: 'share-chronicle',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name !== 'client',
    async resolveId(source, importer, options) {
      const path = shared.get(basename(source));
      if (path === undefined) return undefined;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved?.id === path ? { id: pathToFileURL(path).href, external: true } : undefined;
    },
  };
}
