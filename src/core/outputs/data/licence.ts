import type { ViewContext } from '../../views/context.ts';

/** Returns the text that goes with the data: its licence, and whose the statements are. */
export function licenceText({ chronicle, urls }: ViewContext): string {
  const { config } = chronicle;
  return `${config.title}
${urls.absolute(urls.home)}

Text and data: ${config.licence.name}
${config.licence.url}

Name the chronicle and link to it; for a statement, name its claimant and its source too.
Every statement is its claimant's, never the chronicle's. The sources themselves belong to their publishers.
`;
}
