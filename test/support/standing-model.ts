import type { Chronicle, Claim } from '../../src/core/model.ts';

/** Computes a claim's standing straight from the words of the methodology, to hold the code against. */
export function modelStanding(chronicle: Chronicle, claim: Claim): string {
  const all = [...chronicle.claims.values()];
  const share = (a: Claim, b: Claim) => a.by.some((id) => b.by.includes(id));
  const takesBack = (item: Claim) =>
    all.some(
      (other) =>
        share(other, item) && other.answers.some(({ kind, claim: key }) => kind === 'retracts' && key === item.key),
    );
  const answersBy = (kinds: readonly string[]) =>
    all.filter(
      (item) =>
        !takesBack(item) && item.answers.some((answer) => answer.claim === claim.key && kinds.includes(answer.kind)),
    );
  if (answersBy(['retracts']).some((item) => share(item, claim))) return 'retracted';
  if (answersBy(['denies', 'disputes']).some((item) => !share(item, claim))) return 'contested';
  const sidesOf = (ids: readonly string[]) => new Set(ids.map((id) => chronicle.actors.get(id)?.side));
  const against = [...sidesOf(claim.about)].filter((side) => side !== 'third-party' && !sidesOf(claim.by).has(side));
  if (answersBy(['confirms']).some((item) => against.some((side) => sidesOf(item.by).has(side)))) return 'conceded';
  const origins = groupByText(chronicle, claim.sources).filter((group) => {
    const parties = new Set(group.map((id) => chronicle.sources.get(id)?.party));
    const party = parties.size === 1 ? [...parties][0] : 'none';
    return group.some((id) => chronicle.sources.get(id)?.class !== 'tertiary') && !sidesOf(claim.by).has(party);
  });
  const isNeutral = (group: readonly string[]) => {
    const parties = new Set(group.map((id) => chronicle.sources.get(id)?.party));
    return parties.size > 1 || parties.has('none');
  };
  if (origins.length > 1 && origins.some(isNeutral)) return 'corroborated';
  return claim.sources.length > 1 ? 'reported' : 'single-source';
}

// Sources are one origin when a chain of shared texts joins them.
function groupByText(chronicle: Chronicle, ids: readonly string[]): string[][] {
  const groups: string[][] = [];
  const open = new Set(ids);
  for (const first of open) {
    const group = [first];
    open.delete(first);
    for (const member of group)
      for (const other of open)
        if (textsOf(chronicle, member).some((text) => textsOf(chronicle, other).includes(text))) {
          group.push(other);
          open.delete(other);
        }
    groups.push(group);
  }
  return groups;
}

function textsOf(chronicle: Chronicle, id: string): readonly string[] {
  let source = chronicle.sources.get(id);
  while (source && source.origin !== 'self') source = chronicle.sources.get(source.origin);
  if (!source) return [];
  return source.agency.length > 0 ? source.agency : [source.publisher];
}
