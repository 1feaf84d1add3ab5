import type { AstroIntegration } from 'astro';
import { resolve, sep } from 'node:path';
import { ContentWatch } from './content-watch.ts';
import { OutputServer } from './outputs.ts';
import type { Settings } from './settings.ts';
import { SearchIndexServer } from './search-index.ts';
import { shareChronicle } from './share-chronicle.ts';
import { Turnstile } from './turnstile.ts';

/** Joins the content folder to Astro's dev server: edits reload the page, and the search index is served from memory. */
export function chronicle(settings: Settings): AstroIntegration {
  let watch: ContentWatch | undefined;
  return {
    name: 'chronicle',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ vite: { plugins: [shareChronicle()] } });
      },
      'astro:server:setup': ({ server }) => {
        const reader = resolve('src/site/chronicle.ts');
        const search = new SearchIndexServer(settings);
        const outputs = new OutputServer(settings);
        const reload = () => {
          for (const environment of Object.values(server.environments)) {
            for (const module of environment.moduleGraph.getModulesByFile(reader) ?? [])
              environment.moduleGraph.invalidateModule(module);
          }
          search.invalidate();
          outputs.invalidate();
          server.environments.client.hot.send({ type: 'full-reload' });
        };
        const turnstile = new Turnstile();
        watch = new ContentWatch(settings.content, () => void turnstile.between(reload));
        server.watcher.add(settings.content);
        server.watcher.on('all', (_event, path) => {
          if (`${resolve(path)}${sep}`.startsWith(`${settings.content}${sep}`)) watch?.notice();
        });
        server.middlewares.use((request, response, next) => void turnstile.pass(request, response, next));
        server.middlewares.use((request, response, next) => {
          search.respond(request.url ?? '', response).then((isAnswered) => {
            if (!isAnswered) next();
          }, next);
        });
        server.middlewares.use((request, response, next) => {
          outputs.respond(request.url ?? '', response).then((isAnswered) => {
            if (!isAnswered) next();
          }, next);
        });
      },
      'astro:server:done': () => watch?.close(),
    },
  };
}
