import { requireRecord, type ViewContext } from './context.ts';

/** A question that the SQLite file answers, in SQL, with its answer. */
export interface QueryView {
  readonly question: string;
  readonly sql: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [string, number])[];
}

const rowLimit = 5;

/** Returns the example on the page of the open data; its answer is counted here, and a test compares it with SQLite's. */
export function exampleQuery({ chronicle }: ViewContext): QueryView {
  const counts = new Map<string, number>();
  for (const claim of chronicle.claims.values()) {
    if (claim.answers.length === 0) continue;
    for (const id of claim.by) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const rows = [...counts]
    .map(([id, count]): [string, number] => [requireRecord(chronicle.actors, id).name, count])
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  return {
    question: 'Who answers other claims most often, by denial, dispute, confirmation or retraction?',
    sql: `SELECT actors.name, count(DISTINCT answers.claim) AS claims
FROM answers
JOIN claims_claimants ON claims_claimants.id = answers.claim
JOIN actors ON actors.id = claims_claimants.value
GROUP BY actors.id
ORDER BY claims DESC, actors.name
LIMIT ${rowLimit};`,
    columns: ['name', 'claims'],
    rows: rows.slice(0, rowLimit),
  };
}
