import type { Standing } from './standing.ts';
import type { ChronicleDate } from './dates.ts';
import type { Count } from './counts.ts';
import type { LinkStatus } from './link-status.ts';
import type { PackedBody } from './markdown/packed-body.ts';
import type {
  ActorData,
  AnswerKind,
  ConfigData,
  EntryData,
  EntryKind,
  FigureData,
  PageData,
  PlaceData,
  RelationKind,
  SourceData,
  WordData,
} from './schema.ts';

/** What every record has: its id and its file. */
export interface RecordBase {
  readonly id: string;
  /** The file's path from the content folder. */
  readonly path: string;
}

/** A statement's answer to another statement. */
export interface Answer {
  readonly kind: AnswerKind;
  /** The address of the claim that it answers within the chronicle: `entry-id#claim-id`. */
  readonly claim: string;
}

/** One statement with its owner. */
export interface Claim {
  /** `entry-id#claim-id`. */
  readonly key: string;
  readonly id: string;
  readonly entry: string;
  readonly by: readonly string[];
  readonly says: string;
  readonly about: readonly string[];
  readonly on: ChronicleDate;
  readonly answers: readonly Answer[];
  readonly sources: readonly string[];
}

/** One number with its claimant. */
export interface Figure {
  /** `entry-id#figure-id`. */
  readonly key: string;
  readonly id: string;
  readonly entry: string;
  readonly by: readonly string[];
  readonly count: Count;
  readonly of: FigureData['of'];
  readonly who: FigureData['who'];
  /** The part of those that alone is counted: `by-mines`. */
  readonly part: string | undefined;
  readonly side: string;
  readonly places: readonly string[];
  readonly since: ChronicleDate | undefined;
  readonly asOf: ChronicleDate;
  readonly note: string | undefined;
  readonly sources: readonly string[];
}

/** A relation of an entry to another. */
export interface Relation {
  readonly kind: RelationKind;
  readonly entry: string;
}

/** One dated event or publication. */
export interface Entry extends RecordBase {
  /** The id without its date. */
  readonly slug: string;
  readonly title: string;
  readonly date: ChronicleDate;
  readonly time: string | undefined;
  readonly kind: EntryKind;
  readonly summary: string;
  readonly places: EntryData['places'];
  /** All actors of the entry: those listed, those who claim and those claimed about. */
  readonly actors: readonly string[];
  /** All sources of the entry: its own, those of its claims and figures, those that its text cites. */
  readonly sources: readonly string[];
  /** The sources of its claims and figures, by which it counts as attested; what its text cites for context is not among them. */
  readonly restsOn: readonly string[];
  readonly claims: readonly Claim[];
  readonly figures: readonly Figure[];
  readonly related: readonly Relation[];
  readonly corrections: EntryData['corrections'];
  readonly status: EntryData['status'];
  readonly reason: string | undefined;
  readonly was: readonly string[];
  readonly sensitive: EntryData['sensitive'];
  readonly 'same-as': EntryData['same-as'];
}

/** Somebody who acts or speaks. */
export interface Actor extends RecordBase, ActorData {
  /** The display name. */
  readonly name: string;
}

/** A settlement, district, site, river or country. */
export interface Place extends RecordBase, PlaceData {
  /** The display name. */
  readonly name: string;
}

/** One document. */
export interface Source extends RecordBase, Omit<SourceData, 'issued'> {
  /** When it was published; `undefined` where nobody can say. */
  readonly issued: ChronicleDate | undefined;
}

/** A text about the chronicle itself. */
export interface Page extends RecordBase, PageData {}

/** Everything that names a record. */
export interface Backlinks {
  readonly entries: readonly string[];
  readonly claims: readonly string[];
  readonly claimsAbout: readonly string[];
  readonly figures: readonly string[];
  readonly actors: readonly string[];
  readonly places: readonly string[];
}

/**
 * All content, checked and resolved. Maps keep an order that does not depend on the order of files: entries by date, other
 * records by id. Drafts are left out; withdrawn entries are kept apart.
 */
export interface Chronicle {
  readonly config: ConfigData;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly withdrawn: ReadonlyMap<string, Entry>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly places: ReadonlyMap<string, Place>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly pages: ReadonlyMap<string, Page>;
  /** The prose of each record that has any, by the path of its file; apart, for it is long and few pages show it. */
  readonly prose: ReadonlyMap<string, PackedBody>;
  /** Words that take a side, with what may stand in their place. */
  readonly words: readonly WordData[];
  readonly claims: ReadonlyMap<string, Claim>;
  readonly figures: ReadonlyMap<string, Figure>;
  /** Answers to each claim, by the key of the claim answered. */
  readonly answers: ReadonlyMap<string, readonly { readonly kind: AnswerKind; readonly by: string }[]>;
  /** How well each claim is attested. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** Entries by each day that their dates cover; a date of more than 31 days covers its first day alone. */
  readonly days: ReadonlyMap<string, readonly string[]>;
  readonly backlinks: {
    readonly actors: ReadonlyMap<string, Backlinks>;
    readonly places: ReadonlyMap<string, Backlinks>;
    readonly sources: ReadonlyMap<string, Backlinks>;
    readonly entries: ReadonlyMap<string, readonly Relation[]>;
  };
  /** Every address that was ever published, from the site's root, as far as the register knows. */
  readonly addresses: readonly string[];
  /** What is known of links to other sites, by address. */
  readonly links: ReadonlyMap<string, LinkStatus>;
}
