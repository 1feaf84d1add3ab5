import { standings } from '../standing.ts';
import type { ViewContext } from '../views/context.ts';
import { tables } from './data/tables.ts';

/** Returns llms.txt: what the chronicle is, how its statements may be used, and where programs find everything. */
export function llmsText({ chronicle, urls }: ViewContext): string {
  const { config } = chronicle;
  const link = (path: string, text: string, remark: string) => `- [${text}](${urls.absolute(path)}): ${remark}`;
  const pages = [...chronicle.pages.values()].map((page) => link(urls.page(page.id), page.title, page.summary));
  return `# ${config.title}

> ${config.tagline}. ${config.scope}

How to use it:

- No statement is the chronicle's own. Name the claimant and the source with every claim and figure, and say who denies it.
- A claim's standing is computed from its sources and answers: ${Object.entries(standings)
    .map(([id, { meaning }]) => `\`${id}\` (${meaning})`)
    .join(' ')}
- Figures stand as stated. They are never summed; an absent one is not zero.
- Places have several names; none and no border is settled here.
- Text and data: ${config.licence.name}, ${config.licence.url}

## Data

${link(urls.data(), 'Documentation of the data', 'every table and column, with examples')}
${link(urls.data('datapackage.json'), 'Data package', 'the tables with their schemas, sizes and digests')}
${tables.map((table) => link(urls.data(`${table.name}.json`), table.title, table.description)).join('\n')}
${link(urls.data('chronicle.sqlite'), 'SQLite', 'all tables in one database')}

Every page of an entry, day, actor, place and source has an \`index.json\` beside it.

## Feeds

${link(urls.file('feed.json'), 'All entries', 'JSON Feed; `feed.xml` and `atom.xml` beside it')}
${link(urls.beside(urls.page('corrections'), 'feed.json'), 'Corrections', 'what was put right')}

## Pages

${link(urls.year(config.focus.from.slice(0, 4)), 'Days', `${config.focus.name}, ${config.focus.from} to ${config.focus.to}`)}
${link(urls.list('actors'), 'Actors', 'who acts and speaks')}
${link(urls.list('places'), 'Places', 'with every name')}
${link(urls.list('sources'), 'Sources', 'what every statement rests on')}
${link(urls.claims(''), 'Claims', 'all claims by standing')}
${link(urls.page('figures'), 'Figures', 'each claimant’s numbers over time')}
${pages.join('\n')}
`;
}
