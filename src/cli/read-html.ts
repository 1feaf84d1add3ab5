import { Readability } from '@mozilla/readability';
import { Window } from 'happy-dom';
import type { PageMetadata, PageText } from '../core/import/article.ts';

/** A page with whether it says of itself that it is not free to read. */
export interface HtmlPage extends PageText {
  readonly isLocked: boolean;
}

type Document = Window['document'];
type Fields = Readonly<Record<string, unknown>>;

/** Reads an HTML page: its metadata from JSON-LD and meta elements, its text as Readability finds it. No script runs. */
export async function readHtml(html: string): Promise<HtmlPage> {
  const window = new Window({
    url: 'https://page.invalid/',
    settings: { disableJavaScriptFileLoading: true, disableCSSFileLoading: true },
  });
  try {
    const document = new window.DOMParser().parseFromString(html, 'text/html');
    const news = readNews(document);
    const metadata = readMetadata(document, news);
    // Readability takes the document apart, so that it comes last.
    const article = new Readability(document as unknown as globalThis.Document, { charThreshold: 200 }).parse();
    const content = new window.DOMParser().parseFromString(article?.content ?? '', 'text/html');
    const blocks = [...content.querySelectorAll('p, h2, h3, li, blockquote')]
      .filter((block) => block.querySelector('p, li') === null)
      .map((block) => block.textContent.trim());
    const byline = article?.byline ? [`By ${article.byline.replace(/^by\s+/i, '').trim()}`] : [];
    return {
      blocks: [...byline, ...blocks],
      metadata: { ...metadata, title: metadata.title ?? article?.title ?? undefined },
      isLocked: news['isAccessibleForFree'] === false || news['isAccessibleForFree'] === 'False',
    };
  } finally {
    await window.happyDOM.close();
  }
}

function readMetadata(document: Document, news: Fields): PageMetadata {
  const meta = (...names: readonly string[]) =>
    names
      .map((name) =>
        document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content')?.trim(),
      )
      .find(Boolean);
  const authors = namesOf(news['author']);
  const stated = meta('author', 'article:author', 'byl');
  const address = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? meta('og:url');
  return {
    title: textOf(news['headline']) ?? meta('og:title') ?? document.querySelector('h1')?.textContent.trim(),
    publisher: namesOf(news['publisher'])[0] ?? meta('og:site_name'),
    authors:
      authors.length > 0
        ? authors
        : stated && !/^https?:/.test(stated)
          ? stated.replace(/^by\s+/i, '').split(/,\s*|\s+and\s+/)
          : [],
    issued:
      textOf(news['datePublished']) ??
      meta('article:published_time', 'date', 'dc.date', 'DC.date.issued') ??
      document.querySelector('time[datetime]')?.getAttribute('datetime') ??
      undefined,
    language: textOf(news['inLanguage']) ?? document.documentElement.getAttribute('lang') ?? undefined,
    url: address && /^https?:\/\//.test(address) ? address : undefined,
  };
}

// A page's JSON-LD holds an object, a list, or a graph of objects; one of them is the article.
function readNews(document: Document): Fields {
  const items = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      return flatten(JSON.parse(script.textContent));
    } catch {
      // Many pages carry JSON that does not parse; their meta elements say the same.
      return [];
    }
  });
  return items.find((item) => /Article|Report|BlogPosting/.test(String(item['@type']))) ?? {};
}

function flatten(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (value === null || typeof value !== 'object') return [];
  const fields = value as Fields;
  return [fields, ...flatten(fields['@graph'])];
}

function namesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesOf);
  const name = typeof value === 'object' && value !== null ? textOf((value as Fields)['name']) : textOf(value);
  return name === undefined || /^https?:/.test(name) ? [] : [name];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
