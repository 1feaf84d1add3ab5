import type { ViewContext } from '../views/context.ts';
import { escapeXml } from './escape.ts';

const nameLimit = 16;

/** Returns the description of the site's search (OpenSearch 1.1), so that a browser can search the chronicle from its address bar. */
export function openSearch({ chronicle, urls }: ViewContext): string {
  const { config } = chronicle;
  // The format allows a name of 16 characters.
  const words = config.title.split(' ');
  const name = words.reduce(
    (text, word) => (text.length + word.length < nameLimit ? `${text} ${word}`.trim() : text),
    '',
  );
  const template = `${urls.absolute(urls.search)}?q={searchTerms}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeXml(name || config.title.slice(0, nameLimit))}</ShortName>
<LongName>${escapeXml(config.title.slice(0, 48))}</LongName>
<Description>${escapeXml(config.tagline)}</Description>
<Image type="image/svg+xml" width="16" height="16">${escapeXml(urls.absolute(urls.file('icon.svg')))}</Image>
<Url type="text/html" method="get" template="${escapeXml(template)}"/>
<Language>en</Language>
<InputEncoding>UTF-8</InputEncoding>
<OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
`;
}
