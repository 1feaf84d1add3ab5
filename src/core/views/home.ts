import { recordDates } from '../history/record-dates.ts';
import { latestEntries } from './latest.ts';
import { countNoun, type LinkView, requireRecord, type ViewContext } from './context.ts';
import { type EntryCard, entryCard } from './entry-list.ts';
import { type FrameView, frameView } from './frame.ts';
import { type LedgerView, ledgerView } from './ledger.ts';
import { type InsetView, insetOfPlaces } from './map-inset.ts';
import { type StripView, stripView } from './strip.ts';

/** The home page. */
export interface HomeView {
  readonly frame: FrameView;
  readonly title: string;
  readonly tagline: string;
  readonly scope: string;
  readonly counts: readonly (LinkView & { readonly count: string })[];
  readonly strip: StripView;
  /** What the period is called, with the pages that show it whole. */
  readonly focus: { readonly name: string; readonly timeline: string };
  /** One claim with its answers, which shows what the chronicle is made of. */
  readonly example: { readonly ledger: LedgerView; readonly entry: LinkView } | undefined;
  readonly map: InsetView | undefined;
  readonly ways: readonly (LinkView & { readonly remark: string })[];
  readonly latest: { readonly heading: string; readonly entries: readonly EntryCard[] };
}

const latestCount = 6;

/** Returns the home page. */
export function homeView(context: ViewContext): HomeView {
  const { chronicle, urls } = context;
  const { config } = chronicle;
  const dates = recordDates(context.history);
  const count = (total: number, text: string, href: string) => ({ count: total.toLocaleString('en-GB'), text, href });
  return {
    frame: frameView(context, {
      path: urls.home,
      title: config.title,
      description: `${config.tagline}. ${config.scope}`,
    }),
    title: config.title,
    tagline: config.tagline,
    scope: config.scope,
    counts: [
      count(chronicle.entries.size, 'entries', urls.year(config.focus.from.slice(0, 4))),
      count(chronicle.claims.size, 'claims', urls.claims('')),
      count(chronicle.figures.size, 'figures', urls.page('figures')),
      count(chronicle.sources.size, 'sources', urls.list('sources')),
    ],
    strip: stripView(context),
    focus: { name: config.focus.name, timeline: urls.page('timeline') },
    example: exampleView(context),
    map: insetOfPlaces(context),
    ways: [
      {
        href: urls.page('timeline'),
        text: 'By day',
        remark: `${config.focus.name} on one page, and the years around it in the calendars`,
      },
      {
        href: urls.list('actors'),
        text: 'By actor',
        remark: `${countNoun(chronicle.actors.size, 'state, body, paper or person', 'states, bodies, papers and people')}, with what each said and what was said of them`,
      },
      {
        href: urls.list('places'),
        text: 'By place',
        remark: `${countNoun(chronicle.places.size, 'place')} under every name in every script`,
      },
    ],
    latest: {
      heading: dates.size > 0 ? 'Latest additions' : 'Latest in time',
      entries: latestEntries(chronicle, dates, latestCount).map((entry) => entryCard(context, entry)),
    },
  };
}

// The claim that chronicle.yml names, with what answers it in its own entry.
function exampleView(context: ViewContext): HomeView['example'] {
  const { chronicle, urls } = context;
  const { example } = chronicle.config;
  if (example === undefined) return undefined;
  const claim = requireRecord(chronicle.claims, example);
  const entry = requireRecord(chronicle.entries, claim.entry);
  const answers = entry.claims.filter((other) => other.answers.some((answer) => answer.claim === example));
  return {
    ledger: ledgerView(context, [claim, ...answers]),
    entry: { href: urls.entry(entry), text: entry.title },
  };
}
