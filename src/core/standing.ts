import type { Answer, Chronicle, Claim } from './model.ts';
import { groupOrigins, type Origin } from './origins.ts';

/** How well a statement is attested, from what is left of it to how many stand behind it; and what each word means. */
export const standings = {
  retracted: { label: 'Retracted', meaning: 'Whoever made the claim took it back.' },
  contested: { label: 'Contested', meaning: 'Somebody else denies or disputes it, and has not taken that back.' },
  conceded: { label: 'Conceded', meaning: 'The side that it speaks against confirms it.' },
  corroborated: {
    label: 'Corroborated',
    meaning:
      'It was read in sources of at least two independent origins, one of them no party to the conflict, and nobody denies it.',
  },
  reported: {
    label: 'Reported',
    meaning: 'It was read in several sources, but they have one origin or belong to one side.',
  },
  'single-source': { label: 'Single source', meaning: 'It was read in one source.' },
} as const;

/** The word for a standing. */
export type StandingKind = keyof typeof standings;

/** A claim's standing and what it rests on. */
export interface Standing {
  readonly kind: StandingKind;
  /** The claims that deny, dispute, confirm or retract it, where the standing rests on them. */
  readonly answers: readonly { readonly kind: Answer['kind']; readonly by: string }[];
  readonly origins: readonly Origin[];
}

/** What the standing of claims is computed from. */
export type StandingInput = Pick<Chronicle, 'claims' | 'answers' | 'actors' | 'sources'>;

/** Computes the standing of every claim, by its key. */
export function computeStandings(input: StandingInput): Chronicle['standings'] {
  // Many claims rest on the same sources.
  const known = new Map<string, readonly Origin[]>();
  const originsOf = (claim: Claim) => {
    const key = claim.sources.join(' ');
    const origins = known.get(key) ?? groupOrigins(input, claim.sources);
    known.set(key, origins);
    return origins;
  };
  return new Map(
    [...input.claims.values()].map((claim) => [claim.key, computeStanding(input, claim, originsOf(claim))]),
  );
}

/** Computes a claim's standing; the order of files and records has no part in it. */
export function computeStanding(
  input: StandingInput,
  claim: Claim,
  origins: readonly Origin[] = groupOrigins(input, claim.sources),
): Standing {
  const live = liveAnswers(input, claim);
  const own = (answer: LiveAnswer) => answer.claim.by.some((id) => claim.by.includes(id));
  const result = (kind: StandingKind, answers: readonly LiveAnswer[] = []): Standing => ({
    kind,
    answers: answers.map((answer) => ({ kind: answer.kind, by: answer.claim.key })),
    origins,
  });
  const retractions = live.filter((answer) => answer.kind === 'retracts' && own(answer));
  if (retractions.length > 0) return result('retracted', retractions);
  const denials = live.filter((answer) => (answer.kind === 'denies' || answer.kind === 'disputes') && !own(answer));
  if (denials.length > 0) return result('contested', denials);
  const concessions = live.filter((answer) => answer.kind === 'confirms' && concedes(input, claim, answer.claim));
  if (concessions.length > 0) return result('conceded', concessions);
  if (isCorroborated(input, claim, origins)) return result('corroborated');
  return result(claim.sources.length > 1 ? 'reported' : 'single-source');
}

interface LiveAnswer {
  readonly kind: Answer['kind'];
  readonly claim: Claim;
}

// An answer that its own maker took back counts no more.
function liveAnswers({ claims, answers }: StandingInput, claim: Claim): LiveAnswer[] {
  const isRetracted = (key: string) =>
    (answers.get(key) ?? []).some(
      (answer) => answer.kind === 'retracts' && shareMaker(claims.get(answer.by), claims.get(key)),
    );
  return (answers.get(claim.key) ?? [])
    .flatMap((answer) => {
      const answering = claims.get(answer.by);
      return answering && !isRetracted(answer.by) ? [{ kind: answer.kind, claim: answering }] : [];
    })
    .sort((a, b) => (a.claim.on.start + a.claim.key < b.claim.on.start + b.claim.key ? -1 : 1));
}

function shareMaker(a: Claim | undefined, b: Claim | undefined): boolean {
  return a?.by.some((id) => b?.by.includes(id)) ?? false;
}

// The confirming side is one that the claim is about, and not the claimant's own.
function concedes({ actors }: StandingInput, claim: Claim, answer: Claim): boolean {
  const sideOf = (id: string) => actors.get(id)?.side ?? '';
  const claimants = new Set(claim.by.map(sideOf));
  const spokenAgainst = new Set(
    claim.about.map(sideOf).filter((side) => side !== 'third-party' && !claimants.has(side)),
  );
  return answer.by.some((id) => spokenAgainst.has(sideOf(id)));
}

// Papers of the claimant's own side are that side's voice; they add nothing to it.
function isCorroborated({ actors }: StandingInput, claim: Claim, origins: readonly Origin[]): boolean {
  const ownSides = new Set(claim.by.map((id) => actors.get(id)?.side));
  const others = origins.filter((origin) => origin.isFirstHand && !ownSides.has(origin.party));
  return others.length >= 2 && others.some((origin) => origin.party === 'none');
}
