import type { RecordDates } from '../record-dates.ts';
import type { ViewContext } from '../views/context.ts';
import { feedChannels } from './feed-channels.ts';
import { FeedWriter } from './feeds.ts';
import { llmsText } from './llms.ts';
import { openSearch } from './open-search.ts';
import { type OutputFile, textFile } from './output-file.ts';
import { pageFiles } from './page-files.ts';
import { redirectPages } from './redirect-pages.ts';
import { nginxRedirects } from './redirects.ts';
import { sitemap } from './sitemap.ts';

/** Returns the files for machines that stand beside the pages, the open data apart: feeds, pages as JSON, sitemap, earlier addresses and the like. */
export function* siteFiles(context: ViewContext, dates: RecordDates): Generator<OutputFile> {
  yield textFile('llms.txt', 'text/plain', () => llmsText(context));
  yield textFile('opensearch.xml', 'application/opensearchdescription+xml', () => openSearch(context));
  yield textFile('sitemap.xml', 'application/xml', () => sitemap(context, dates));
  yield textFile('_redirects.nginx', 'text/plain', () => nginxRedirects(context));
  const feeds = new FeedWriter(context);
  for (const channel of feedChannels(context, dates)) yield* feeds.files(channel);
  yield* pageFiles(context);
  yield* redirectPages(context);
}
