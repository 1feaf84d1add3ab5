import type { VFileMessage } from 'vfile-message';
import { splitFrontmatter, type ValuePath } from './frontmatter.ts';
import type { CitationMention } from './markdown/citations.ts';
import { createMessage, listExpected } from './messages.ts';
import type { ReadRecord } from './read-record.ts';
import type { RuleId } from './rules.ts';

/** All ids that a reference may name, those of unreadable files included, and what the checks need of the entries. */
export interface KnownIds {
  readonly entries: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly sides: readonly string[];
  /** Paths of all record files. */
  readonly paths: ReadonlySet<string>;
  /** Entries that no published record may rest on, by why. */
  readonly hidden: ReadonlyMap<string, string>;
  /** Claims by `entry-id#claim-id`, with who made them; entries that could not be read are in `unreadable`. */
  readonly claims: ReadonlyMap<string, readonly string[]>;
  readonly unreadable: ReadonlySet<string>;
}

const singular = { entries: 'entry', actors: 'actor', places: 'place', sources: 'source' } as const;

/** Collects the messages on one record's references, each at its place in the file. */
export class ReferenceChecker {
  readonly messages: VFileMessage[] = [];
  readonly record: ReadRecord;
  readonly known: KnownIds;

  constructor(record: ReadRecord, known: KnownIds) {
    this.record = record;
    this.known = known;
  }

  report(
    rule: RuleId,
    path: ValuePath,
    what: string,
    actual: string,
    expected: string,
    candidates?: Iterable<string>,
  ): void {
    const position = splitFrontmatter(this.record.path, this.record.text).frontmatter?.locate(path) ?? {
      line: 1,
      column: 1,
    };
    this.messages.push(createMessage(this.record.path, rule, position, { what, actual, expected, candidates }));
  }

  ids(kind: keyof typeof singular, ids: readonly string[], path: ValuePath, isList = true): void {
    for (const [index, id] of ids.entries()) this.id(kind, id, isList ? [...path, index] : path);
  }

  id(kind: keyof typeof singular, id: string, path: ValuePath): void {
    const all = this.known[kind];
    if (!all.has(id))
      this.report(`unknown-${singular[kind]}`, path, singular[kind], id, `an id from content/${kind}`, all);
    else if (kind === 'entries') this.visible(id, path);
  }

  visible(id: string, path: ValuePath): void {
    const why = this.known.hidden.get(id);
    if (why !== undefined && !this.known.hidden.has(this.record.id)) {
      this.report('hidden-reference', path, `reference to a ${why} entry`, id, 'a published entry');
    }
  }

  side(side: string, path: ValuePath, others: readonly string[]): void {
    // Without a readable chronicle.yml nothing is known of the sides, and that has its own message.
    if (this.known.sides.length === 0) return;
    const allowed = [...this.known.sides, ...others];
    if (!allowed.includes(side))
      this.report('unknown-side', path, 'side', side, listExpected(allowed, 'a side of chronicle.yml'), allowed);
  }

  citation(mention: CitationMention): void {
    if (this.known.sources.has(mention.source)) return;
    const parts = {
      what: 'source',
      actual: mention.source,
      expected: 'an id from content/sources',
      candidates: this.known.sources,
    };
    this.messages.push(createMessage(this.record.path, 'unknown-source', mention.position, parts));
  }

  link(link: { readonly path: string; readonly position: { line: number; column: number } }): void {
    if (this.known.paths.has(link.path)) return;
    const parts = { what: 'link', actual: link.path, expected: 'the file of a record', candidates: this.known.paths };
    this.messages.push(createMessage(this.record.path, 'dead-link', link.position, parts));
  }
}
