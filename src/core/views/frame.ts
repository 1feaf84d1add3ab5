import { contentPolicy, referrerPolicy } from '../outputs/security-headers.ts';
import type { LinkView, ViewContext } from './context.ts';

/** What stands around every page and in its head. */
export interface FrameView {
  readonly lang: string;
  /** The text of `<title>`. */
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly siteTitle: string;
  readonly home: string;
  /** The home page has the search box in its middle. */
  readonly isHome: boolean;
  readonly search: string;
  readonly nav: readonly (LinkView & { readonly isCurrent: boolean })[];
  readonly footer: readonly LinkView[];
  readonly feeds: readonly { readonly href: string; readonly type: string; readonly title: string }[];
  readonly licence: LinkView;
  readonly names: string;
  /** The file of all names, for the search box. */
  readonly nameFile: string;
  readonly icon: string;
  /** `entry:2020-10-29-fifth-week`, for tests and tools. */
  readonly record: string | undefined;
  readonly kind: 'article' | 'website';
  readonly repository: string | undefined;
  /** Keeps search engines away from pages without content of their own. */
  readonly isHidden: boolean;
  /** The Content-Security-Policy. */
  readonly policy: string;
  readonly referrer: string;
}

/** What a page says of itself for its frame. */
export interface FrameOptions {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly record?: string | undefined;
  readonly kind?: 'article' | 'website';
  readonly isHidden?: boolean;
  /** Whether the page runs WebAssembly. */
  readonly hasWasm?: boolean;
}

/** Returns the frame of a page. */
export function frameView({ chronicle, urls }: ViewContext, options: FrameOptions): FrameView {
  const { config } = chronicle;
  const year = config.focus.from.slice(0, 4);
  const nav: [string, string][] = [
    [urls.year(year), 'Days'],
    [urls.page('timeline'), 'Timeline'],
    [urls.page('map'), 'Map'],
    [urls.list('actors'), 'Actors'],
    [urls.list('places'), 'Places'],
    [urls.claims(''), 'Claims'],
    [urls.page('figures'), 'Figures'],
  ];
  const isUnder = (href: string) => options.path.startsWith(href);
  const isDate = /^\d{4}\//.test(options.path.slice(urls.base.length));
  return {
    lang: 'en',
    title: options.path === urls.home ? config.title : `${options.title} · ${config.title}`,
    description: options.description,
    canonical: urls.absolute(options.path),
    siteTitle: config.title,
    home: urls.home,
    search: urls.search,
    names: urls.names,
    nameFile: urls.file('names.json'),
    icon: urls.file('icon.svg'),
    nav: nav.map(([href, text], index) => ({ href, text, isCurrent: index === 0 ? isDate : isUnder(href) })),
    isHome: options.path === urls.home,
    footer: [
      { href: urls.list('sources'), text: 'Sources' },
      ...[...chronicle.pages.values()].map((page) => ({ href: urls.page(page.id), text: page.title })),
      { href: urls.page('gaps'), text: 'Gaps' },
      { href: urls.page('corrections'), text: 'Corrections' },
    ],
    feeds: [
      { href: urls.file('feed.xml'), type: 'application/rss+xml', title: `${config.title}: entries (RSS)` },
      { href: urls.file('atom.xml'), type: 'application/atom+xml', title: `${config.title}: entries (Atom)` },
      { href: urls.file('feed.json'), type: 'application/feed+json', title: `${config.title}: entries (JSON Feed)` },
    ],
    licence: { href: config.licence.url, text: config.licence.name },
    record: options.record,
    kind: options.kind ?? 'website',
    repository: config.repository,
    isHidden: options.isHidden ?? false,
    policy: contentPolicy(options),
    referrer: referrerPolicy,
  };
}
