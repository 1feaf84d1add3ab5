import { requireDate, formatDate } from '../dates.ts';
import { countLinkPages, linksOf } from './backlinks.ts';
import { actorKindLabels, languageLabel } from '../labels.ts';
import { rememberEach } from '../memo.ts';
import type { Actor } from '../model.ts';
import {
  actorLink,
  countNoun,
  type LinkView,
  requireRecord,
  type SourceView,
  sideLabel,
  sourceView,
  type ViewContext,
} from './context.ts';
import { renderRecordBody } from './entry.ts';
import { type EntryCard, entryCards, pageLinks, type PagedRows, pageRows } from './entry-list.ts';
import { type FigureView, figureViews } from './figures.ts';
import { type FrameView, frameView } from './frame.ts';
import { type HistoryView, historyView } from './history.ts';
import { type ClaimView, claimView } from './ledger.ts';

/** One name of a record as it is shown. */
export interface NameView {
  readonly text: string;
  readonly lang: string;
  readonly language: string;
  /** `used by Azerbaijan; former name`, or empty. */
  readonly remark: string;
}

/** A statement in a list that mixes entries. */
export interface DatedClaim extends ClaimView {
  readonly date: string;
  readonly entry: LinkView;
}

/** One actor's page. */
export interface ActorView {
  readonly frame: FrameView;
  readonly history: HistoryView | undefined;
  readonly title: string;
  readonly kind: string;
  readonly side: string;
  readonly names: readonly NameView[];
  readonly partOf: readonly LinkView[];
  readonly roles: readonly { readonly title: string; readonly of: LinkView | undefined; readonly period: string }[];
  readonly members: readonly LinkView[];
  readonly html: string;
  readonly entries: readonly EntryCard[];
  readonly claims: readonly DatedClaim[];
  readonly claimsAbout: readonly DatedClaim[];
  readonly figures: readonly FigureView[];
  readonly counts: {
    readonly entries: number;
    readonly claims: number;
    readonly claimsAbout: number;
    readonly figures: number;
  };
  readonly companions: readonly (LinkView & { readonly count: number })[];
  readonly sources: readonly SourceView[];
  readonly page: number;
  readonly pages: PagedRows<never>['pages'];
}

/** Returns how many pages an actor's lists need. */
export function countActorPages({ chronicle }: ViewContext, id: string): number {
  return countLinkPages(linksOf(chronicle.backlinks.actors, id));
}

/** Returns one page of an actor. */
export function actorView(context: ViewContext, actor: Actor, page: number): ActorView {
  const { chronicle, urls } = context;
  const links = linksOf(chronicle.backlinks.actors, actor.id);
  const suffix = page > 1 ? `, page ${page}` : '';
  return {
    frame: frameView(context, {
      path: urls.record('actors', actor.id, page),
      // A state and a country share their name.
      title: `${actor.name}, ${actorKindLabels[actor.kind].toLowerCase()}${suffix}`,
      description: `${actor.name}: ${countNoun(links.entries.length, 'entry', 'entries')}, ${countNoun(links.claims.length, 'claim')} made and ${links.claimsAbout.length} about it, each with its source${suffix}.`,
      record: `actor:${actor.id}`,
    }),
    history: historyView(context, `actors/${actor.id}`),
    title: actor.name,
    kind: actorKindLabels[actor.kind],
    side: sideLabel(context, actor.side),
    names: nameViews(context, actor.names),
    partOf: actor['part-of'].map((id) => actorLink(context, id)),
    roles: actor.roles.map((role) => ({
      title: role.title,
      of: role.of === undefined ? undefined : actorLink(context, role.of),
      period: [
        role.from && `from ${formatDate(requireDate(role.from))}`,
        role.to && `to ${formatDate(requireDate(role.to))}`,
      ]
        .filter(Boolean)
        .join(' '),
    })),
    members: links.actors.map((id) => actorLink(context, id)),
    html: renderRecordBody(context, actor, []).html,
    entries: entryCards(context, pageRows(links.entries, page)),
    claims: datedClaims(context, pageRows(links.claims, page)),
    claimsAbout: datedClaims(context, pageRows(links.claimsAbout, page)),
    figures: figureViews(
      context,
      pageRows(links.figures, page).map((key) => requireRecord(chronicle.figures, key)),
    ),
    counts: {
      entries: links.entries.length,
      claims: links.claims.length,
      claimsAbout: links.claimsAbout.length,
      figures: links.figures.length,
    },
    companions: companions(context, actor.id),
    sources: actor.sources.map((id) => sourceView(context, id)),
    page,
    pages: pageLinks(countLinkPages(links), page, (number) => urls.record('actors', actor.id, number)),
  };
}

/** Returns names with their languages in words. */
export function nameViews(context: ViewContext, names: Actor['names']): NameView[] {
  return names.map((name) => ({
    text: name.text,
    lang: name.lang,
    language: languageLabel(name.lang),
    remark: [
      name['used-by'].length > 0
        ? `used by ${name['used-by'].map((side) => sideLabel(context, side)).join(' and ')}`
        : '',
      name.note ?? '',
    ]
      .filter(Boolean)
      .join('; '),
  }));
}

/** Returns statements of several entries, each with its entry and date. */
export function datedClaims(context: ViewContext, keys: readonly string[]): DatedClaim[] {
  return keys.map((key) => {
    const claim = requireRecord(context.chronicle.claims, key);
    const entry = requireRecord(context.chronicle.entries, claim.entry);
    return {
      ...claimView(context, claim),
      date: formatDate(claim.on),
      entry: { href: context.urls.entry(entry), text: entry.title },
    };
  });
}

// Every page of an actor asks for them.
const companions = rememberEach((context: ViewContext, id: string): ActorView['companions'] => {
  const { entries } = linksOf(context.chronicle.backlinks.actors, id);
  const counts = new Map<string, number>();
  for (const entry of entries) {
    for (const other of requireRecord(context.chronicle.entries, entry).actors) {
      if (other !== id) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, 12)
    .map(([other, count]) => ({ ...actorLink(context, other), count }));
});
