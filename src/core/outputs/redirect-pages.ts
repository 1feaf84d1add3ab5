import type { ViewContext } from '../views/context.ts';
import { listRedirects, type RedirectView } from '../views/page.ts';
import { escapeXml } from './escape.ts';
import { type OutputFile, textFile } from './output-file.ts';

/**
 * Returns a page for each earlier address that leads on to where the record is, for hosts that read no list of redirects.
 * There is one for each id too, so they are written as they are and not laid out.
 */
export function* redirectPages(context: ViewContext): Generator<OutputFile> {
  for (const [path, view] of listRedirects(context))
    yield { ...textFile(`${path}/index.html`, 'text/html', () => redirectPage(view)), key: JSON.stringify(view) };
}

/** Returns the page at an earlier address. */
export function redirectPage({ target: address, canonical, policy, referrer }: RedirectView): string {
  const target = escapeXml(address);
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll('"', '&quot;')}">`,
    `<meta name="referrer" content="${referrer}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Moved to ${target}</title>`,
    `<meta name="description" content="This page has moved to ${target}">`,
    '<meta name="robots" content="noindex">',
    `<meta http-equiv="refresh" content="0; url=${target}">`,
    `<link rel="canonical" href="${escapeXml(canonical)}">`,
  ].join('');
  const body = `<h1>Moved</h1><p>This page has moved to <a href="${target}">${target}</a>.</p>`;
  return `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>\n`;
}
