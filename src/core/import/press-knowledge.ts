import type { Chronicle, Source } from '../model.ts';
import { foldName } from '../names.ts';
import type { PressKnowledge } from './article.ts';
import { findActor, type NameIndex } from './name-index.ts';

/** Returns what the sources of a chronicle tell of papers and agencies. */
export function knowPress(chronicle: Chronicle, index: NameIndex): PressKnowledge {
  const sources = [...chronicle.sources.values()];
  const agencies = new Map(sources.flatMap((source) => source.agency).map((agency) => [foldName(agency), agency]));
  return {
    publishers: [...new Set(sources.map((source) => source.publisher))],
    agencyOf(name) {
      const actor = chronicle.actors.get(findActor(index, name) ?? '');
      if (actor?.kind === 'media') return agencies.get(foldName(actor.name)) ?? actor.name;
      return agencies.get(foldName(name));
    },
    publisherOf: (url) =>
      mostCommon(sources.filter((source) => hostOf(source.url) === hostOf(url)).map((source) => source.publisher)),
  };
}

/** Returns the sources that resemble a new one: of the same publisher and agency, else of the agency. */
export function findKin(chronicle: Chronicle, publisher: string, agency: string | undefined): Source[] {
  const sources = [...chronicle.sources.values()];
  if (agency === undefined)
    return sources.filter((source) => source.publisher === publisher && source.agency.length === 0);
  const ofAgency = sources.filter((source) => source.agency.includes(agency) || source.publisher === agency);
  const ofBoth = ofAgency.filter((source) => source.publisher === publisher);
  return ofBoth.length > 0 ? ofBoth : ofAgency;
}

/** Returns the record of a source that is there already: of the same address, or of the same headline and day. */
export function findSame(
  chronicle: Chronicle,
  url: string | undefined,
  headline: string,
  issued: string | undefined,
): Source | undefined {
  const isSameUrl = (source: Source) =>
    url !== undefined && source.url !== undefined && bareUrl(source.url) === bareUrl(url);
  const isSameTitle = (source: Source) =>
    foldName(source.title) === foldName(headline) && source.issued?.edtf === issued;
  return [...chronicle.sources.values()].find((source) => isSameUrl(source) || isSameTitle(source));
}

/** Returns the value that stands most often in a list; `undefined` for an empty one. */
export function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined || !URL.canParse(url) ? undefined : new URL(url).hostname.replace(/^www\./, '');
}

function bareUrl(url: string): string {
  const { hostname, pathname } = new URL(url);
  return hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '');
}
