import { indexAnswers } from './indexes.ts';
import type { Chronicle, Claim } from './model.ts';
import { computeStandings } from './standing.ts';

/** Whether a statement could be read on a day: by then, only later, or nobody can say for want of a source's date. */
export type Knowledge = 'known' | 'later' | 'undated';

/** Tells whether something with these sources could be read by a day: its earliest source was published by then. */
export function knowledgeOn(chronicle: Pick<Chronicle, 'sources'>, ids: readonly string[], day: string): Knowledge {
  if (listPublished(chronicle, ids, day).length > 0) return 'known';
  return ids.every((id) => chronicle.sources.get(id)?.issued !== undefined) ? 'later' : 'undated';
}

/**
 * Returns the chronicle as it could have been known by the end of a day: the claims and figures that could be read, each
 * with the sources published by then alone, and the answers and standings that follow from no more than those. Where only
 * some claims are asked for, those that answers tie to them come along and all others are left out.
 */
export function restrictTo(chronicle: Chronicle, day: string, asked?: readonly Claim[]): Chronicle {
  const claims = keepKnown(chronicle, asked ? withTied(chronicle, asked) : chronicle.claims, day);
  const known = new Map(
    [...claims].map(([key, claim]) => [
      key,
      { ...claim, answers: claim.answers.filter((answer) => claims.has(answer.claim)) },
    ]),
  );
  const answers = indexAnswers(known);
  const { actors, sources } = chronicle;
  return {
    ...chronicle,
    claims: known,
    figures: keepKnown(chronicle, chronicle.figures, day),
    answers,
    standings: computeStandings({ claims: known, answers, actors, sources }),
  };
}

function withTied(chronicle: Chronicle, asked: readonly Claim[]): Map<string, Claim> {
  const tied = new Map<string, Claim>();
  const open = asked.map((claim) => claim.key);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const claim = chronicle.claims.get(key);
    if (!claim || tied.has(key)) continue;
    tied.set(key, claim);
    open.push(...claim.answers.map((answer) => answer.claim));
    open.push(...(chronicle.answers.get(key) ?? []).map((answer) => answer.by));
  }
  return tied;
}

function keepKnown<T extends { readonly sources: readonly string[] }>(
  chronicle: Chronicle,
  statements: ReadonlyMap<string, T>,
  day: string,
): Map<string, T> {
  return new Map(
    [...statements].flatMap(([key, statement]) => {
      const published = listPublished(chronicle, statement.sources, day);
      return published.length > 0 ? [[key, { ...statement, sources: published }] as const] : [];
    }),
  );
}

// A source whose date covers the day and more (a month, a year) counts from its last day.
function listPublished({ sources }: Pick<Chronicle, 'sources'>, ids: readonly string[], day: string): string[] {
  return ids.filter((id) => {
    const issued = sources.get(id)?.issued;
    return issued !== undefined && issued.end <= day;
  });
}
