import type { VFileMessage } from 'vfile-message';
import { claimKey } from './build-records.ts';
import type { ValuePath } from './frontmatter.ts';
import { locatedOf } from './open-record.ts';
import { type Folder, type ReadRecord, schemaOf } from './read-record.ts';
import { type KnownIds, ReferenceChecker } from './reference-checker.ts';
import { listReferences } from './references.ts';
import {
  type ActorData,
  answerKinds,
  type EntryData,
  type PlaceData,
  relationKinds,
  type SourceData,
} from './schema.ts';

/** Reports every reference of a record that leads nowhere or to itself. */
export function checkReferences(record: ReadRecord, known: KnownIds): VFileMessage[] {
  const checker = new ReferenceChecker(record, known);
  if (!record.data) checkUnsound(checker);
  if (record.folder === 'entries') checkEntry(checker, record.data as EntryData | undefined, record.id);
  if (record.folder === 'actors') checkActor(checker, record.data as ActorData | undefined);
  if (record.folder === 'places') checkPlace(checker, record.data as PlaceData | undefined);
  if (record.folder === 'sources') checkSource(checker, record.data as SourceData | undefined, record.id);
  for (const mention of record.body?.citations ?? []) checker.citation(mention);
  for (const link of record.body?.links ?? []) checker.link(link);
  return checker.messages;
}

// Data that the schema refused still says what it refers to, so that one run names these faults too.
function checkUnsound(checker: ReferenceChecker): void {
  const schema = schemaOf(checker.record.path);
  for (const { folder, id, path } of schema ? listReferences(schema, locatedOf(checker.record)?.data) : [])
    if (id !== 'self') checker.id(folder, id, path);
}

function checkEntry(checker: ReferenceChecker, entry: EntryData | undefined, id: string): void {
  if (!entry) return;
  for (const [index, mention] of entry.places.entries()) checker.id('places', mention.place, ['places', index]);
  checker.ids('actors', entry.actors, ['actors']);
  checker.ids('sources', entry.sources, ['sources']);
  const seen = new Set<string>();
  const checkOwnId = (own: string, path: ValuePath) => {
    if (seen.has(own))
      checker.report('duplicate-id', path, 'second', own, 'an id of its own for each claim and figure');
    seen.add(own);
  };
  for (const [index, claim] of entry.claims.entries()) {
    const path = ['claims', index];
    checkOwnId(claim.id, [...path, 'id']);
    checker.ids('actors', claim.by, [...path, 'by']);
    checker.ids('actors', claim.about, [...path, 'about']);
    checker.ids('sources', claim.sources, [...path, 'sources']);
    checkAnswers(checker, entry.claims[index] as EntryData['claims'][number], id, path);
  }
  for (const [index, figure] of entry.figures.entries()) {
    const path = ['figures', index];
    checkOwnId(figure.id, [...path, 'id']);
    checker.ids('actors', figure.by, [...path, 'by']);
    checker.side(figure.side, [...path, 'side'], ['third-party', 'all']);
    checker.ids('places', figure.places, [...path, 'places']);
    checker.ids('sources', figure.sources, [...path, 'sources']);
  }
  for (const [index, related] of entry.related.entries()) {
    for (const kind of relationKinds) {
      const target = related[kind];
      if (target === undefined) continue;
      if (target === id)
        checker.report('self-reference', ['related', index, kind], 'relation', target, 'another entry');
      else checker.id('entries', target, ['related', index, kind]);
    }
  }
}

function checkAnswers(
  checker: ReferenceChecker,
  claim: EntryData['claims'][number],
  entry: string,
  path: ValuePath,
): void {
  for (const kind of answerKinds) {
    for (const [index, reference] of claim[kind].entries()) {
      const at = [...path, kind, index];
      const key = claimKey(entry, reference);
      const [targetEntry = ''] = key.split('#');
      const claimants = checker.known.claims.get(key);
      if (key === `${entry}#${claim.id}`) checker.report('self-reference', at, 'answer', reference, 'another claim');
      else if (claimants) {
        checker.visible(targetEntry, at);
        if (kind === 'retracts' && !claimants.some((by) => claim.by.includes(by))) {
          checker.report(
            'foreign-retraction',
            at,
            'retraction',
            reference,
            `a claim by ${claim.by.map((by) => `\`${by}\``).join(', ')}`,
          );
        }
      } else if (!checker.known.unreadable.has(targetEntry)) {
        const candidates = reference.includes('#') ? checker.known.claims.keys() : ownClaims(checker, entry);
        checker.report(
          'unknown-claim',
          at,
          'claim',
          reference,
          '`claim-id` of this entry or `entry-id#claim-id`',
          candidates,
        );
      }
    }
  }
}

function ownClaims(checker: ReferenceChecker, entry: string): string[] {
  return [...checker.known.claims.keys()]
    .filter((key) => key.startsWith(`${entry}#`))
    .map((key) => key.slice(entry.length + 1));
}

function checkActor(checker: ReferenceChecker, actor: ActorData | undefined): void {
  if (!actor) return;
  checkNames(checker, actor.names);
  checker.side(actor.side, ['side'], ['third-party']);
  checkParents(checker, 'actors', actor['part-of'], ['part-of']);
  for (const [index, role] of actor.roles.entries()) {
    if (role.of !== undefined) checker.id('actors', role.of, ['roles', index, 'of']);
  }
  checker.ids('sources', actor.sources, ['sources']);
}

function checkPlace(checker: ReferenceChecker, place: PlaceData | undefined): void {
  if (!place) return;
  checkNames(checker, place.names);
  checkParents(checker, 'places', place.within, ['within']);
  if (place.coordinates) checker.id('sources', place.coordinates.source, ['coordinates', 'source']);
  for (const [index, held] of place.held.entries()) {
    const path = ['held', index];
    checker.id('actors', held.by, [...path, 'by']);
    checker.id('actors', held.says, [...path, 'says']);
    checker.ids('actors', held['denied-by'], [...path, 'denied-by']);
    checker.ids('sources', held.sources, [...path, 'sources']);
  }
  checker.ids('sources', place.sources, ['sources']);
}

function checkSource(checker: ReferenceChecker, source: SourceData | undefined, id: string): void {
  if (!source) return;
  checker.side(source.party, ['party'], ['none']);
  if (source.origin === id) checker.report('self-reference', ['origin'], 'origin', id, '`self` or another source');
  else if (source.origin !== 'self') checker.id('sources', source.origin, ['origin']);
}

function checkNames(checker: ReferenceChecker, names: ActorData['names']): void {
  for (const [index, name] of names.entries()) {
    for (const [position, side] of name['used-by'].entries())
      checker.side(side, ['names', index, 'used-by', position], ['third-party']);
  }
}

function checkParents(
  checker: ReferenceChecker,
  kind: Extract<Folder, 'actors' | 'places'>,
  parents: readonly string[],
  path: ValuePath,
): void {
  for (const [index, parent] of parents.entries()) {
    if (parent === checker.record.id)
      checker.report('self-reference', [...path, index], 'parent', parent, 'another record');
    else checker.id(kind, parent, [...path, index]);
  }
}
