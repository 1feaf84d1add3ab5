import { formatDate } from '../dates.ts';
import { countDays } from '../days.ts';
import { answerLabels } from '../labels.ts';
import type { Claim } from '../model.ts';
import { type Standing, type StandingKind, standings } from '../standing.ts';
import { actorNames, countNoun, requireRecord, sideLabel, type ViewContext } from './context.ts';

/** A standing with its reason in words. */
export interface StandingView {
  readonly kind: StandingKind;
  readonly label: string;
  /** `denied by Armenia's Ministry of Defence, the same day`. */
  readonly reason: string;
  /** The address of the statement that the reason names first. */
  readonly href: string | undefined;
}

/** Returns a claim's standing with its reason in words. */
export function standingView(context: ViewContext, claim: Claim): StandingView {
  const standing = requireRecord(context.chronicle.standings, claim.key);
  const { kind, answers } = standing;
  const [first] = answers;
  return {
    kind,
    label: standings[kind].label,
    reason: describeReason(context, claim, standing),
    href: first && context.urls.statement(first.by),
  };
}

/** Returns the names of those who made a claim. */
export function claimantNames(context: ViewContext, key: string): string {
  return actorNames(context, requireRecord(context.chronicle.claims, key).by);
}

function describeReason(context: ViewContext, claim: Claim, { kind, answers, origins }: Standing): string {
  switch (kind) {
    case 'retracted':
    case 'contested':
    case 'conceded': {
      const [first] = answers;
      if (!first) return '';
      const others = answers.length > 1 ? ` and ${countNoun(answers.length - 1, 'other', 'others')}` : '';
      return `${answerLabels[first.kind].passive.toLowerCase()} ${claimantNames(context, first.by)}${others}, ${describeDelay(context, claim, first.by)}`;
    }
    case 'corroborated':
      return `${countNoun(origins.length, 'origin')}: ${originNames(origins)}`;
    case 'reported':
      return origins.length === 1
        ? `${countNoun(claim.sources.length, 'source')}, one origin: ${originNames(origins)}`
        : `${countNoun(origins.length, 'origin')}, ${describeLack(context, origins)}`;
    case 'single-source':
      return originNames(origins);
  }
}

function describeDelay(context: ViewContext, claim: Claim, answer: string): string {
  const { on } = requireRecord(context.chronicle.claims, answer);
  const areDays = claim.on.precision === 'day' && on.precision === 'day';
  return areDays && countDays(claim.on.start, on.start) === 0 ? 'the same day' : formatDate(on);
}

function originNames(origins: Standing['origins']): string {
  return origins.flatMap((origin) => origin.names).join(', ');
}

function describeLack(context: ViewContext, origins: Standing['origins']): string {
  const parties = new Set(origins.map((origin) => origin.party));
  const [party = 'none'] = parties;
  if (parties.size === 1 && party !== 'none') return `all of one side: ${sideLabel(context, party)}`;
  return 'but not two that are first-hand and independent of the claimant';
}
