import type { AstroIntegration } from 'astro';

/** Tells how many pages are rendered; Astro itself tells nobody how far it is. */
export function countPages(onPage: (count: number) => void): AstroIntegration {
  let count = 0;
  return {
    name: 'count-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((standard) => ({
          ...standard,
          render: async (request, options) => {
            const result = await standard.render(request, options);
            if (options.routeData.type === 'page') count += 1;
            onPage(count);
            return result;
          },
        })),
    },
  };
}
