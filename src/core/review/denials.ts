import type { ContentMessage } from '../messages.ts';
import { answerKinds, type ClaimData } from '../schema.ts';
import { reportAt, type ReviewInput } from './reviewer.ts';

// Only how a statement begins tells what it is: a long one may deny something in passing.
const denial =
  /^(?:no|none|neither|nobody|nothing)\b(?!.*\b(?:should|must|will|would|can)\b)|^(?:\S+\s+){0,5}?(?:den(?:y|ies|ied)|(?<!not )rejects?|rejected|refut(?:es?|ed)|(?:did|was|were) not|(?:is|are|was|were) (?:an? )?(?:untrue|false|fake|baseless|groundless|disinformation|fabricat\w+))\b/i;

/** Reports claims that read like denials and answer nothing, where the same entry has what they may answer. */
export function reviewDenials({ entries, actors }: ReviewInput): ContentMessage[] {
  const sidesOf = (ids: readonly string[]) =>
    ids.map((id) => actors.get(id)?.data.side).filter((side) => side !== undefined);
  return [...entries.values()].flatMap((record) => {
    const { claims } = record.data;
    const answered = new Set(claims.flatMap((claim) => [...claim.denies, ...claim.disputes]));
    return claims.flatMap((claim, index) => {
      const found = denial.exec(claim.says)?.[0];
      if (found === undefined || answerKinds.some((kind) => claim[kind].length > 0)) return [];
      const own = sidesOf(claim.by);
      const isAgainst = (other: ClaimData) =>
        !answered.has(other.id) &&
        sidesOf(other.by).every((side) => !own.includes(side)) &&
        sidesOf(other.about).some((side) => side !== 'third-party' && own.includes(side));
      const targets = claims.filter((other) => other !== claim && isAgainst(other));
      if (targets.length === 0) return [];
      return [
        reportAt(record, 'unlinked-denial', ['claims', index, 'says'], {
          what: 'denial without a link',
          actual: claim.says,
          expected: `\`denies:\` or \`disputes:\` with the claim that it answers, such as ${targets.map((target) => `\`${target.id}\``).join(' or ')}`,
        }),
      ];
    });
  });
}
