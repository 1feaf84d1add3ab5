import type { Element, Root, RootContent, Text } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { z } from 'zod';

/** Says what is wrong with a feed by the rules of its format: RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1. */
export function feedFaults(name: 'feed.xml' | 'atom.xml' | 'feed.json', text: string): string[] {
  if (name === 'feed.json') return jsonFaults(text);
  let root: Element | undefined;
  try {
    root = elements(fromXml(text))[0];
  } catch (error) {
    return [`not well formed: ${String(error)}`];
  }
  if (!root) return ['no root element'];
  return name === 'feed.xml' ? rssFaults(root) : atomFaults(root);
}

const rfc822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

const channelElements = [
  'title',
  'link',
  'description',
  'lastBuildDate',
  'docs',
  'generator',
  'language',
  'copyright',
  'atom:link',
  'item',
];
const itemElements = ['title', 'link', 'guid', 'pubDate', 'description', 'category'];

function rssFaults(root: Element): string[] {
  const channel = elements(root)[0];
  if (root.name !== 'rss' || root.attributes['version'] !== '2.0') return ['not RSS 2.0'];
  if (channel?.name !== 'channel' || elements(root).length !== 1) return ['not one channel'];
  const items = elements(channel, 'item');
  const guids = items.map((item) => content(item, 'guid'));
  const self = elements(channel, 'atom:link').filter((link) => link.attributes['rel'] === 'self');
  return [
    ...unknown(channel, channelElements),
    ...['title', 'link', 'description'].flatMap((name) => once(channel, name)),
    ...(isAddress(content(channel, 'link')) ? [] : ['channel: link is no address']),
    ...(rfc822.test(content(channel, 'lastBuildDate')) ? [] : ['channel: lastBuildDate is no RFC 822 date']),
    ...(self.length === 1 && isAddress(self[0]?.attributes['href']) ? [] : ['channel: no address of its own']),
    ...(root.attributes['xmlns:atom'] === 'http://www.w3.org/2005/Atom' ? [] : ['the prefix atom is not declared']),
    ...repeated(guids, 'guid'),
    ...items.flatMap((item) => [
      ...unknown(item, itemElements),
      ...['title', 'link', 'guid', 'pubDate', 'description'].flatMap((name) => once(item, name)),
      ...(isAddress(content(item, 'link')) ? [] : ['item: link is no address']),
      ...(rfc822.test(content(item, 'pubDate')) ? [] : [`item: pubDate ${content(item, 'pubDate')}`]),
      ...(elements(item, 'guid')[0]?.attributes['isPermaLink'] === 'false' ? [] : ['item: guid is taken for its link']),
    ]),
  ];
}

const feedElements = ['id', 'title', 'updated', 'generator', 'author', 'link', 'subtitle', 'rights', 'entry'];
const entryElements = ['id', 'title', 'updated', 'published', 'link', 'summary', 'category'];

function atomFaults(root: Element): string[] {
  if (root.name !== 'feed' || root.attributes['xmlns'] !== 'http://www.w3.org/2005/Atom') return ['not an Atom feed'];
  const entries = elements(root, 'entry');
  const links = (element: Element, relation: string) =>
    elements(element, 'link').filter((link) => (link.attributes['rel'] ?? 'alternate') === relation);
  const author = elements(root, 'author')[0];
  return [
    ...unknown(root, feedElements),
    ...['id', 'title', 'updated'].flatMap((name) => once(root, name)),
    ...(author && content(author, 'name') !== '' ? [] : ['feed: no author']),
    ...(links(root, 'self').length === 1 ? [] : ['feed: not one link to itself']),
    ...repeated(
      entries.map((entry) => content(entry, 'id')),
      'id',
    ),
    ...[root, ...entries].flatMap((element) => [
      ...(isAddress(content(element, 'id')) ? [] : [`${element.name}: id is no IRI`]),
      ...(rfc3339.test(content(element, 'updated')) ? [] : [`${element.name}: updated ${content(element, 'updated')}`]),
      ...(links(element, 'alternate').length === 1 ? [] : [`${element.name}: not one alternate link`]),
      ...elements(element, 'link').flatMap((link) =>
        isAddress(link.attributes['href']) ? [] : ['a link without address'],
      ),
      ...elements(element, 'category').flatMap((item) => (item.attributes['term'] ? [] : ['category without term'])),
    ]),
    ...entries.flatMap((entry) => [
      ...unknown(entry, entryElements),
      ...['id', 'title', 'updated'].flatMap((name) => once(entry, name)),
      ...(rfc3339.test(content(entry, 'published')) ? [] : ['entry: published is no date']),
      // What is said to be HTML has to be escaped as HTML.
      ...elements(entry)
        .filter((element) => element.attributes['type'] === 'html')
        .flatMap((element) =>
          /<|&(?!amp;|lt;|gt;|#\d+;)/.test(textOf(element)) ? [`entry: unescaped ${element.name}`] : [],
        ),
    ]),
  ];
}

const address = z.string().refine(isAddress, 'an address');
const author = z.strictObject({ name: z.string().min(1), url: address });
const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: address,
  feed_url: address,
  description: z.string(),
  language: z.literal('en'),
  authors: z.array(author).min(1),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: address,
      title: z.string().min(1),
      content_html: z.string().min(1),
      date_published: z.string().regex(rfc3339),
      date_modified: z.string().regex(rfc3339),
      tags: z.array(z.string().min(1)),
    }),
  ),
});

function jsonFaults(text: string): string[] {
  const result = jsonFeed.safeParse(JSON.parse(text));
  if (!result.success) return result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return repeated(
    result.data.items.map((item) => item.id),
    'id',
  );
}

function elements(parent: Element | Root, name?: string): Element[] {
  const children: readonly RootContent[] = parent.children;
  return children.filter(
    (child): child is Element => child.type === 'element' && (name === undefined || child.name === name),
  );
}

function content(parent: Element, name: string): string {
  const [element] = elements(parent, name);
  return element ? textOf(element) : '';
}

function textOf(element: Element): string {
  return element.children
    .filter((child): child is Text => child.type === 'text' || child.type === 'cdata')
    .map((child) => child.value)
    .join('');
}

function once(parent: Element, name: string): string[] {
  const count = elements(parent, name).filter((element) => element.attributes['href'] || textOf(element).trim()).length;
  return count === 1 ? [] : [`${parent.name}: ${count} of ${name}`];
}

function unknown(parent: Element, known: readonly string[]): string[] {
  return elements(parent)
    .filter((element) => !known.includes(element.name))
    .map((element) => `${parent.name}: unknown ${element.name}`);
}

function repeated(values: readonly string[], name: string): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index).map((value) => `${name} twice: ${value}`);
}

function isAddress(value: string | null | undefined): boolean {
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
}
