import { remember } from '../memo.ts';
import { pageJsonLd } from '../outputs/json-ld/page.ts';
import type { MetaView } from './cite-meta.ts';
import { contentPolicy, referrerPolicy } from '../outputs/security-headers.ts';
import type { LinkView, ViewContext } from './context.ts';
import { type MachineForms, machineForms } from './machine-forms.ts';
import { type PageHelpView, pageHelp } from './page-help.ts';

/** What stands around every page and in its head. */
export interface FrameView extends MachineForms {
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
  readonly licence: LinkView;
  readonly names: string;
  /** The file of all names, for the search box. */
  readonly nameFile: string;
  readonly icon: string;
  /** The description of the search, for a browser's address bar. */
  readonly openSearch: string;
  /** What the page is in JSON-LD, safe inside a script element. */
  readonly jsonLd: string;
  /** `entry:2020-10-29-fifth-week`, for tests and tools. */
  readonly record: string | undefined;
  readonly kind: 'article' | 'website';
  readonly repository: string | undefined;
  /** Keeps search engines away from pages without content of their own. */
  readonly isHidden: boolean;
  /** What reference managers read. */
  readonly meta: readonly MetaView[];
  /** How to change the page, or say what is wrong with it. */
  readonly help: PageHelpView;
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
  readonly meta?: readonly MetaView[];
}

/** Returns the frame of a page. */
export function frameView(context: ViewContext, options: FrameOptions): FrameView {
  const { urls } = context;
  const { nav, ...shared } = sharedFrame(context);
  const isUnder = (href: string) => options.path.startsWith(href);
  const isDate = /^\d{4}\//.test(options.path.slice(urls.base.length));
  return {
    ...shared,
    title: options.path === urls.home ? shared.siteTitle : `${options.title} · ${shared.siteTitle}`,
    description: options.description,
    canonical: urls.absolute(options.path),
    jsonLd: pageJsonLd(context, options),
    ...machineForms(context, options.path, options.record),
    nav: nav.map(([href, text], index) => ({ href, text, isCurrent: index === 0 ? isDate : isUnder(href) })),
    isHome: options.path === urls.home,
    record: options.record,
    kind: options.kind ?? 'website',
    isHidden: options.isHidden ?? false,
    meta: options.meta ?? [],
    help: pageHelp(context, options),
    policy: contentPolicy,
    referrer: referrerPolicy,
  };
}

// What stands in the frame of every page alike.
const sharedFrame = remember(({ chronicle, urls }: ViewContext) => {
  const { config } = chronicle;
  const nav: readonly (readonly [href: string, text: string])[] = [
    [urls.year(config.focus.from.slice(0, 4)), 'Days'],
    [urls.page('timeline'), 'Timeline'],
    [urls.page('map'), 'Map'],
    [urls.list('actors'), 'Actors'],
    [urls.list('places'), 'Places'],
    [urls.claims(''), 'Claims'],
    [urls.page('figures'), 'Figures'],
  ];
  return {
    lang: 'en',
    siteTitle: config.title,
    home: urls.home,
    search: urls.search,
    names: urls.names,
    nameFile: urls.file('names.json'),
    icon: urls.file('icon.svg'),
    openSearch: urls.file('opensearch.xml'),
    nav,
    footer: [
      { href: urls.list('sources'), text: 'Sources' },
      ...[...chronicle.pages.values()].map((page) => ({ href: urls.page(page.id), text: page.title })),
      { href: urls.data(), text: 'Data' },
      { href: urls.newRecord, text: 'Add a record' },
      { href: urls.page('gaps'), text: 'Gaps' },
      { href: urls.page('corrections'), text: 'Corrections' },
      { href: urls.changes(), text: 'Changes' },
      { href: urls.rules, text: 'Rules' },
      { href: urls.codebook, text: 'Codebook' },
    ],
    licence: { href: config.licence.url, text: config.licence.name },
    repository: config.repository,
  };
});
