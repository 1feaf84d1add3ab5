import type { Actor, Place } from '../model.ts';
import { nameForms } from './name-file.ts';
import { formatImprint, type ViewContext } from '../views/context.ts';

/** One record that the form can complete: its id, its name, and every folded form of its names joined by `|`. */
export type RecordRow = readonly [id: string, name: string, forms?: string];

/** What the form knows of the chronicle: every id that a record may refer to. */
export interface RecordList {
  readonly entries: readonly RecordRow[];
  readonly actors: readonly RecordRow[];
  readonly places: readonly RecordRow[];
  readonly sources: readonly RecordRow[];
  readonly sides: readonly RecordRow[];
  /** Ids of claims by their entry, with who made each. */
  readonly claims: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Files of entries that are drafts or withdrawn, and of pages: their names are taken. */
  readonly taken: readonly string[];
  /** Entries that were withdrawn. */
  readonly withdrawn: readonly string[];
}

/** Returns what the form needs to complete ids and to check references. */
export function recordList(context: ViewContext): RecordList {
  const { chronicle } = context;
  const named = (record: Actor | Place): RecordRow => [record.id, record.name, nameForms(record).join('|')];
  const claims: Record<string, Record<string, readonly string[]>> = {};
  for (const claim of chronicle.claims.values()) {
    const own = claims[claim.entry] ?? {};
    own[claim.id] = claim.by;
    claims[claim.entry] = own;
  }
  return {
    entries: [...chronicle.entries.values()].map((entry) => [entry.id, entry.title]),
    actors: [...chronicle.actors.values()].map(named),
    places: [...chronicle.places.values()].map(named),
    sources: [...chronicle.sources.values()].map((source) => [source.id, `${source.title} (${formatImprint(source)})`]),
    sides: chronicle.config.sides.map((side) => [side.id, side.name]),
    claims,
    taken: [...chronicle.pages.values()].map((page) => page.path),
    withdrawn: [...chronicle.withdrawn.keys()],
  };
}
