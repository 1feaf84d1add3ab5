import { standings } from '../standing.ts';
import { remember } from '../memo.ts';
import type { Claim } from '../model.ts';
import { type DatedClaim, datedClaims } from './actor.ts';
import { actorLink, columnOf, countNoun, type LinkView, sideLabel, type ViewContext } from './context.ts';
import { countPages, pageLinks, type PagedRows, pageRows } from './entry-list.ts';
import { type FrameView, frameView } from './frame.ts';

const actorLimit = 20;

/** One page of the ledger of all claims, or of those of one side or standing. */
export interface ClaimsPageView {
  readonly frame: FrameView;
  readonly title: string;
  readonly lede: string;
  readonly groups: readonly (LinkView & { readonly count: number; readonly isCurrent: boolean })[];
  /** Those who made most claims; each one's page lists all of its claims. */
  readonly actors: readonly (LinkView & { readonly count: number })[];
  readonly claims: readonly DatedClaim[];
  readonly pages: PagedRows<never>['pages'];
}

/** A part of the ledger: all claims, those of a side, those of a standing. */
export interface ClaimGroup {
  /** Empty for all claims. */
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly keys: readonly string[];
}

/** Returns the parts of the ledger that have pages. */
export const listClaimGroups = remember((context: ViewContext): readonly ClaimGroup[] => {
  const { chronicle } = context;
  const all = [...chronicle.claims.values()].sort((a, b) =>
    a.on.start < b.on.start ? -1 : a.on.start > b.on.start ? 1 : a.key < b.key ? -1 : 1,
  );
  const keys = (test: (claim: Claim) => boolean) => all.filter(test).map((claim) => claim.key);
  const [first, second] = chronicle.config.sides;
  const sides = [
    ['a', first.id],
    ['b', second.id],
    ['third', 'third-party'],
  ] as const;
  return [
    {
      id: '',
      title: 'Claims',
      meaning: 'Every statement in the chronicle, in order of the day on which it was made.',
      keys: keys(() => true),
    },
    ...sides.map(([column, side]) => ({
      id: side,
      title: `Claims: ${sideLabel(context, side)}`,
      meaning: 'Statements made by this side alone, in order of the day on which they were made.',
      keys: keys((claim) => columnOf(context, claim.by) === column),
    })),
    ...Object.entries(standings).map(([kind, { label, meaning }]) => ({
      id: kind,
      title: `Claims: ${label.toLowerCase()}`,
      meaning,
      keys: keys((claim) => chronicle.standings.get(claim.key)?.kind === kind),
    })),
  ];
});

/** Returns the routes of the ledger's pages. */
export function listClaimPages(context: ViewContext): { group: ClaimGroup; page: number }[] {
  return listClaimGroups(context).flatMap((group) =>
    Array.from({ length: countPages(group.keys.length) }, (_, index) => ({ group, page: index + 1 })),
  );
}

/** Returns one page of the ledger. */
export function claimsPageView(context: ViewContext, groupId: string, page: number): ClaimsPageView {
  const groups = listClaimGroups(context);
  const group = groups.find((item) => item.id === groupId);
  if (!group) throw new RangeError(`No group of claims \`${groupId}\``);
  const suffix = page > 1 ? `, page ${page}` : '';
  return {
    frame: frameView(context, {
      path: context.urls.claims(groupId, page),
      title: `${group.title}${suffix}`,
      description: `${group.meaning} ${countNoun(group.keys.length, 'claim')}${suffix}.`,
    }),
    title: group.title,
    lede: `${group.meaning} ${countNoun(group.keys.length, 'claim')}.`,
    groups: groups.map((item) => ({
      href: context.urls.claims(item.id),
      text: item.id === '' ? 'All' : capitalise(item.title.replace('Claims: ', '')),
      count: item.keys.length,
      isCurrent: item.id === groupId,
    })),
    actors: busiestActors(context)(group),
    claims: datedClaims(context, pageRows(group.keys, page)),
    pages: pageLinks(countPages(group.keys.length), page, (number) => context.urls.claims(groupId, number)),
  };
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const busiestActors = remember((context: ViewContext) => remember((group: ClaimGroup) => countActors(context, group)));

function countActors(context: ViewContext, group: ClaimGroup): ClaimsPageView['actors'] {
  const counts = new Map<string, number>();
  for (const key of group.keys) {
    for (const id of context.chronicle.claims.get(key)?.by ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, actorLimit)
    .map(([id, count]) => ({ ...actorLink(context, id), count }));
}
