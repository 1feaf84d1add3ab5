import { isDead, type LinkStatus } from './link-status.ts';
import { compareText } from './messages.ts';
import type { Chronicle, Source } from './model.ts';

/** A link to another site with the sources that carry it. */
export interface ExternalLink {
  readonly address: string;
  readonly sources: readonly Source[];
}

/** Returns every address of another site that sources carry, originals and archived copies, in order. */
export function listLinks({ sources }: Pick<Chronicle, 'sources'>): ExternalLink[] {
  const links = new Map<string, Source[]>();
  for (const source of sources.values()) {
    for (const address of [source.url, source.archive]) {
      if (address === undefined) continue;
      links.set(address, [...(links.get(address) ?? []), source]);
    }
  }
  return [...links]
    .map(([address, from]) => ({ address, sources: from }))
    .sort((a, b) => compareText(a.address, b.address));
}

/** Returns the links that were not checked since a day, those never checked first, then the longest ago. */
export function listDue(
  links: readonly ExternalLink[],
  known: ReadonlyMap<string, LinkStatus>,
  since: string,
): ExternalLink[] {
  const checked = (link: ExternalLink) => known.get(link.address)?.checked ?? '';
  return links
    .filter((link) => checked(link) < since)
    .sort((a, b) => compareText(checked(a), checked(b)) || compareText(a.address, b.address));
}

/** Returns the sources whose original is known to be dead or was gone in the last check, and that have no archived copy. */
export function listUnsaved({ sources, links }: Pick<Chronicle, 'sources' | 'links'>): Source[] {
  return [...sources.values()].filter((source) => {
    if (source.url === undefined || source.archive !== undefined) return false;
    const status = links.get(source.url);
    return isDead(status) || status?.state === 'gone';
  });
}
