import { compareText, type ContentMessage } from '../messages.ts';
import { foldName } from '../names.ts';
import { locate, reportAt, type ReviewInput, type SoundRecord } from './reviewer.ts';

/** Reports publishers of more than one class or party, and claims that rest on the papers of another side alone. */
export function reviewSources(input: ReviewInput): ContentMessage[] {
  return [...checkPublishers(input), ...checkParties(input)];
}

function checkPublishers({ sources }: ReviewInput): ContentMessage[] {
  const publishers = new Map<string, SoundRecord<'sources'>[]>();
  for (const record of sources.values()) {
    // A text of somebody else has the class of its owner.
    if (record.data.agency.length > 0 || record.data.origin !== 'self') continue;
    const list = publishers.get(record.data.publisher) ?? [];
    publishers.set(record.data.publisher, [...list, record]);
  }
  return [...publishers.values()].flatMap((records) => checkPublisher(records));
}

function checkPublisher(records: readonly SoundRecord<'sources'>[]): ContentMessage[] {
  const counts = new Map<string, number>();
  for (const { data } of records)
    counts.set(`${data.class} ${data.party}`, (counts.get(`${data.class} ${data.party}`) ?? 0) + 1);
  if (counts.size === 1) return [];
  const [usual = ''] = [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0] ?? [];
  const [usualClass = '', usualParty = ''] = usual.split(' ');
  const model = records.find(({ data }) => data.class === usualClass && data.party === usualParty);
  return records.flatMap((record) => {
    const key = record.data.class === usualClass ? 'party' : 'class';
    const expected = key === 'class' ? usualClass : usualParty;
    if (record.data[key] === expected) return [];
    return [
      reportAt(record, 'mixed-class', [key], {
        what: `${key} of ${record.data.publisher}`,
        actual: record.data[key],
        expected: `\`${expected}\` as in ${model?.path ?? ''}, or the \`agency\` whose text it is`,
        related: model ? [{ path: model.path, ...locate(model, [key]) }] : [],
      }),
    ];
  });
}

function checkParties({ entries, actors, sources }: ReviewInput): ContentMessage[] {
  return [...entries.values()].flatMap((record) =>
    record.data.claims.flatMap((claim, index) => {
      const speakers = new Set(claim.by.map((id) => actors.get(id)?.data.side));
      const parties = new Set(claim.sources.map((id) => partyOf(sources.get(id))));
      const [party] = parties;
      const isOneSided = parties.size === 1 && party !== undefined && party !== 'none';
      if (!isOneSided || speakers.has(undefined) || speakers.has(party)) return [];
      if (claim.sources.some((id) => isPublishedBy(sources.get(id), claim.by, actors))) return [];
      return [
        reportAt(record, 'one-side-source', ['claims', index, 'sources', 0], {
          what: `source of the side \`${party}\` alone`,
          actual: claim.sources.join(', '),
          expected: `a source of another origin for what \`${claim.by.join(', ')}\` said`,
        }),
      ];
    }),
  );
}

// A paper that carries somebody else's text speaks with that voice.
function partyOf(source: SoundRecord<'sources'> | undefined): string | undefined {
  if (!source) return undefined;
  return source.data.agency.length > 0 || source.data.origin !== 'self' ? 'none' : source.data.party;
}

// What a paper itself says is read in that paper.
function isPublishedBy(
  source: SoundRecord<'sources'> | undefined,
  by: readonly string[],
  actors: ReviewInput['actors'],
): boolean {
  const publisher = foldName(source?.data.publisher ?? '');
  return by.some((id) => actors.get(id)?.data.names.some((name) => foldName(name.text) === publisher));
}
