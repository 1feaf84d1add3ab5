import type { VFileMessage } from 'vfile-message';
import { splitFrontmatter, type ValuePath } from './frontmatter.ts';
import { createMessage } from './messages.ts';
import type { ReadRecord } from './read-record.ts';
import type { ActorData, EntryData, PlaceData, SourceData } from './schema.ts';

/** Reports chains of references that lead back to their start and sources that nothing uses. */
export function checkChains(records: readonly ReadRecord[]): VFileMessage[] {
  return [
    ...checkCircles(records, 'places', (record) => (record.data as PlaceData | undefined)?.within ?? [], ['within']),
    ...checkCircles(records, 'actors', (record) => (record.data as ActorData | undefined)?.['part-of'] ?? [], [
      'part-of',
    ]),
    ...checkCircles(records, 'sources', (record) => originOf(record), ['origin']),
    ...checkUnused(records),
  ];
}

function originOf(record: ReadRecord): readonly string[] {
  const origin = (record.data as SourceData | undefined)?.origin ?? 'self';
  return origin === 'self' ? [] : [origin];
}

function checkCircles(
  records: readonly ReadRecord[],
  folder: ReadRecord['folder'],
  parentsOf: (record: ReadRecord) => readonly string[],
  path: ValuePath,
): VFileMessage[] {
  const byId = new Map(records.filter((record) => record.folder === folder).map((record) => [record.id, record]));
  return [...byId.values()].flatMap((record) => {
    const parents = parentsOf(record);
    if (parents.includes(record.id) || !leadsTo(record.id, parents, byId, parentsOf)) return [];
    const parts = {
      what: 'circle of references at',
      actual: record.id,
      expected: `\`${path.join('.')}\` to end somewhere`,
    };
    return [createMessage(record.path, 'circular-reference', locate(record, path), parts)];
  });
}

function leadsTo(
  target: string,
  from: readonly string[],
  byId: ReadonlyMap<string, ReadRecord>,
  parentsOf: (record: ReadRecord) => readonly string[],
): boolean {
  const open = [...from];
  const seen = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === target) return true;
    const record = byId.get(id);
    if (!record || seen.has(id)) continue;
    seen.add(id);
    open.push(...parentsOf(record));
  }
  return false;
}

function checkUnused(records: readonly ReadRecord[]): VFileMessage[] {
  const used = new Set<string>();
  for (const record of records) for (const id of usedSources(record)) used.add(id);
  return records
    .filter((record) => record.folder === 'sources' && !used.has(record.id))
    .map((record) =>
      createMessage(
        record.path,
        'unused-source',
        { line: 1, column: 1 },
        { what: 'source', actual: record.id, expected: 'an entry, actor or place that cites it' },
      ),
    );
}

function usedSources(record: ReadRecord): string[] {
  const cited = (record.body?.citations ?? []).map((mention) => mention.source);
  if (record.folder === 'entries') {
    const entry = record.data as EntryData | undefined;
    return [
      ...cited,
      ...(entry
        ? [
            ...entry.sources,
            ...entry.claims.flatMap((claim) => claim.sources),
            ...entry.figures.flatMap((figure) => figure.sources),
          ]
        : []),
    ];
  }
  if (record.folder === 'actors') return [...cited, ...((record.data as ActorData | undefined)?.sources ?? [])];
  if (record.folder === 'sources') return [...cited, ...originOf(record)];
  if (record.folder === 'places') {
    const place = record.data as PlaceData | undefined;
    const located = place?.coordinates ? [place.coordinates.source] : [];
    return [...cited, ...located, ...(place?.sources ?? []), ...(place?.held ?? []).flatMap((held) => held.sources)];
  }
  return cited;
}

function locate(record: ReadRecord, path: ValuePath) {
  return splitFrontmatter(record.path, record.text).frontmatter?.locate(path) ?? { line: 1, column: 1 };
}
