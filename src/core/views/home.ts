import { latestEntries } from './latest.ts';
import { countNoun, type LinkView, type ViewContext } from './context.ts';
import { type EntryCard, entryCard } from './entry-list.ts';
import { type FrameView, frameView } from './frame.ts';
import { type StripView, stripView } from './strip.ts';

/** The home page. */
export interface HomeView {
  readonly frame: FrameView;
  readonly title: string;
  readonly tagline: string;
  readonly scope: string;
  readonly counts: string;
  readonly strip: StripView;
  readonly ways: readonly (LinkView & { readonly remark: string })[];
  readonly latest: readonly EntryCard[];
}

/** Returns the home page. */
export function homeView(context: ViewContext): HomeView {
  const { chronicle, urls } = context;
  const { config } = chronicle;
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
      countNoun(chronicle.entries.size, 'entry', 'entries'),
      countNoun(chronicle.claims.size, 'claim'),
      countNoun(chronicle.figures.size, 'figure'),
      countNoun(chronicle.sources.size, 'source'),
    ].join(', '),
    strip: stripView(context),
    ways: [
      {
        href: urls.year(config.focus.from.slice(0, 4)),
        text: 'Days',
        remark: `${config.focus.name} day by day, and the years around it`,
      },
      {
        href: urls.list('actors'),
        text: 'Actors',
        remark: `${chronicle.actors.size} states, bodies, papers and people, with what each said`,
      },
      {
        href: urls.list('places'),
        text: 'Places',
        remark: `${chronicle.places.size} places under every name in every script`,
      },
      {
        href: urls.list('sources'),
        text: 'Sources',
        remark: `${chronicle.sources.size} documents and everything that rests on them`,
      },
    ],
    latest: latestEntries(chronicle, 6).map((entry) => entryCard(context, entry)),
  };
}
