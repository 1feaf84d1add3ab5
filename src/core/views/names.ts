import { languageLabel, actorKindLabels, placeKindLabels } from '../labels.ts';
import { foldName } from '../names.ts';
import type { LinkView, ViewContext } from './context.ts';
import { type FrameView, frameView } from './frame.ts';

/** One name in the A-Z. */
export interface NameEntry {
  readonly text: string;
  readonly lang: string;
  readonly language: string;
  readonly href: string;
  /** What it is: `City`, or `Stepanakert, city` under another name. */
  readonly what: string;
}

/** The A-Z of all names in every script. */
export interface NamesView {
  readonly frame: FrameView;
  readonly title: string;
  readonly lede: string;
  readonly letters: readonly { readonly letter: string; readonly id: string; readonly names: readonly NameEntry[] }[];
  readonly policy: LinkView | undefined;
}

const scripts = [/^\p{Script=Latin}/u, /^\p{Script=Cyrillic}/u, /^\p{Script=Armenian}/u];

/** Returns every name of every actor and place, by first letter: Latin, then Cyrillic, Armenian and other scripts. */
export function namesView(context: ViewContext): NamesView {
  const { chronicle, urls } = context;
  const rows = [
    ...[...chronicle.places.values()].flatMap((place) =>
      nameEntries(place, urls.record('places', place.id), placeKindLabels[place.kind]),
    ),
    ...[...chronicle.actors.values()].flatMap((actor) =>
      nameEntries(actor, urls.record('actors', actor.id), actorKindLabels[actor.kind]),
    ),
  ];
  const collator = new Intl.Collator('en', { sensitivity: 'variant' });
  rows.sort(
    (a, b) => scriptRank(a.text) - scriptRank(b.text) || collator.compare(a.text, b.text) || (a.href < b.href ? -1 : 1),
  );
  const letters = new Map<string, NameEntry[]>();
  for (const row of rows) {
    const letter = firstLetter(row.text);
    const group = letters.get(letter) ?? [];
    letters.set(letter, [...group, row]);
  }
  const policy = chronicle.pages.get('names');
  return {
    frame: frameView(context, {
      path: urls.names,
      title: 'Names A to Z',
      description: `All ${rows.length} names of the actors and places in the chronicle, in every language and script in which they were found.`,
    }),
    title: 'Names A to Z',
    lede: `${rows.length.toLocaleString('en-GB')} names of ${chronicle.places.size} places and ${chronicle.actors.size} actors, in every language and script in which the sources have them.`,
    letters: [...letters].map(([letter, names], index) => ({ letter, id: `letter-${index + 1}`, names })),
    policy: policy && { href: urls.page('names'), text: policy.title },
  };
}

function nameEntries(
  record: {
    readonly name: string;
    readonly names: readonly { text: string; lang: string }[];
    readonly also: readonly string[];
  },
  href: string,
  kind: string,
): NameEntry[] {
  const all = [...record.names, ...record.also.map((text) => ({ text, lang: '' }))];
  return all.map(({ text, lang }) => ({
    text,
    lang,
    language: lang === '' || lang === 'en' ? '' : languageLabel(lang),
    href,
    what: text === record.name ? kind.toLowerCase() : `${record.name}, ${kind.toLowerCase()}`,
  }));
}

function scriptRank(text: string): number {
  const rank = scripts.findIndex((script) => script.test(text.replace(/^[\p{P}\s]+/u, '')));
  return rank < 0 ? scripts.length : rank;
}

function firstLetter(text: string): string {
  const first = Array.from(foldName(text))[0] ?? '#';
  return /\p{N}/u.test(first) ? '0-9' : first.toUpperCase();
}
