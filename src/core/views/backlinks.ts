import type { Backlinks } from '../model.ts';
import { countPages } from './entry-list.ts';

const none: Backlinks = { entries: [], claims: [], claimsAbout: [], figures: [], actors: [], places: [] };

/** Returns everything that names a record; empty lists where nothing does. */
export function linksOf(links: ReadonlyMap<string, Backlinks>, id: string): Backlinks {
  return links.get(id) ?? none;
}

/** Returns how many pages the lists of a record need: as many as its longest. */
export function countLinkPages(links: Backlinks): number {
  return countPages(
    Math.max(links.entries.length, links.claims.length, links.claimsAbout.length, links.figures.length),
  );
}
