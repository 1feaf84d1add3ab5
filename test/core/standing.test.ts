import { describe, expect, test } from 'vitest';
import { requireDate } from '../../src/core/dates.ts';
import { indexAnswers } from '../../src/core/indexes.ts';
import type { Actor, Answer, Claim, Source } from '../../src/core/model.ts';
import { computeStanding, type StandingInput, type StandingKind } from '../../src/core/standing.ts';

const actors = new Map(
  Object.entries({
    north: 'north',
    'north-paper': 'north',
    south: 'south',
    'south-president': 'south',
    observer: 'third-party',
  }).map(([id, side]) => [id, { id, side } as Actor]),
);

function source(id: string, fields: Partial<Source>): [string, Source] {
  return [
    id,
    { id, publisher: id, agency: [], origin: 'self', class: 'newspaper', party: 'none', ...fields } as Source,
  ];
}

const sources = new Map([
  source('paper-a', {}),
  source('paper-b', {}),
  source('wire-in-a', { agency: ['Wire'] }),
  source('wire-in-b', { agency: ['Wire'] }),
  source('copy-of-a', { origin: 'paper-a' }),
  source('north-paper', { party: 'north' }),
  source('north-agency', { party: 'north', class: 'official' }),
  source('south-paper', { party: 'south' }),
  source('encyclopedia', { class: 'tertiary' }),
]);

function claim(key: string, by: string, fields: Partial<Claim> & { answers?: readonly Answer[] } = {}): Claim {
  return {
    key,
    id: key,
    entry: 'entry',
    by: [by],
    says: key,
    about: [],
    on: requireDate('2020-10-29'),
    answers: [],
    sources: ['paper-a'],
    ...fields,
  };
}

function standingOf(claims: readonly Claim[], key = 'said'): StandingKind {
  const byKey = new Map(claims.map((item) => [item.key, item]));
  const input: StandingInput = { claims: byKey, answers: indexAnswers(byKey), actors, sources };
  const target = byKey.get(key);
  if (!target) throw new Error(key);
  return computeStanding(input, target).kind;
}

const answer = (kind: Answer['kind'], to = 'said'): readonly Answer[] => [{ kind, claim: to }];

describe('standing', () => {
  test.each<[string, StandingKind, Claim[]]>([
    ['one source', 'single-source', [claim('said', 'south')]],
    ['five papers of one agency', 'reported', [claim('said', 'south', { sources: ['wire-in-a', 'wire-in-b'] })]],
    ['a page and its copy', 'reported', [claim('said', 'south', { sources: ['paper-a', 'copy-of-a'] })]],
    [
      "two papers of the claimant's side",
      'reported',
      [claim('said', 'north', { sources: ['north-paper', 'north-agency'] })],
    ],
    ['its own paper and one other', 'reported', [claim('said', 'north', { sources: ['north-paper', 'paper-a'] })]],
    ['a paper and an encyclopedia', 'reported', [claim('said', 'south', { sources: ['paper-a', 'encyclopedia'] })]],
    [
      "two papers of the other side's",
      'reported',
      [claim('said', 'observer', { sources: ['north-paper', 'north-agency'] })],
    ],
    ['two independent papers', 'corroborated', [claim('said', 'south', { sources: ['paper-a', 'paper-b'] })]],
    [
      'an independent paper and one of the other side',
      'corroborated',
      [claim('said', 'south', { sources: ['paper-a', 'north-paper'] })],
    ],
    [
      'denied',
      'contested',
      [
        claim('said', 'south', { sources: ['paper-a', 'paper-b'] }),
        claim('no', 'north', { answers: answer('denies') }),
      ],
    ],
    [
      'disputed by a third party',
      'contested',
      [claim('said', 'south'), claim('doubt', 'observer', { answers: answer('disputes') })],
    ],
    [
      'denied, and the denial taken back',
      'single-source',
      [
        claim('said', 'south'),
        claim('no', 'north', { answers: answer('denies') }),
        claim('sorry', 'north', { answers: answer('retracts', 'no') }),
      ],
    ],
    [
      'a denial that somebody else "takes back" stays',
      'contested',
      [
        claim('said', 'south'),
        claim('no', 'north', { answers: answer('denies') }),
        claim('sorry', 'south', { answers: answer('retracts', 'no') }),
      ],
    ],
    [
      'its own maker cannot contest it',
      'single-source',
      [claim('said', 'south'), claim('hm', 'south', { answers: answer('disputes') })],
    ],
    [
      'conceded by the side it speaks against',
      'conceded',
      [claim('said', 'south', { about: ['north'] }), claim('yes', 'north', { answers: answer('confirms') })],
    ],
    [
      'repeated by its own side',
      'single-source',
      [claim('said', 'south', { about: ['north'] }), claim('yes', 'south-president', { answers: answer('confirms') })],
    ],
    [
      'conceded by one and denied by another',
      'contested',
      [
        claim('said', 'south', { about: ['north'] }),
        claim('yes', 'north', { answers: answer('confirms') }),
        claim('no', 'north-paper', { answers: answer('denies') }),
      ],
    ],
    [
      'taken back',
      'retracted',
      [
        claim('said', 'south'),
        claim('no', 'north', { answers: answer('denies') }),
        claim('back', 'south', { answers: answer('retracts') }),
      ],
    ],
  ])('%s: %s', (_, expected, claims) => {
    expect(standingOf(claims)).toBe(expected);
    expect(standingOf([...claims].reverse())).toBe(expected);
  });

  test('adding a denial never raises a standing', () => {
    const rank: StandingKind[] = ['retracted', 'contested', 'single-source', 'reported', 'corroborated', 'conceded'];
    const ids = [...sources.keys()];
    for (const first of ids) {
      for (const second of ids) {
        for (const by of actors.keys()) {
          for (const denier of actors.keys()) {
            const base = claim('said', by, { sources: [...new Set([first, second])], about: ['north'] });
            const before = standingOf([base]);
            const after = standingOf([base, claim('no', denier, { answers: answer('denies') })]);
            expect(rank.indexOf(after)).toBeLessThanOrEqual(rank.indexOf(before));
          }
        }
      }
    }
  });

  test("a party's own papers never corroborate it", () => {
    const own = ['north-paper', 'north-agency'];
    for (const id of sources.keys()) {
      const with_ = standingOf([claim('said', 'north', { sources: [id, ...own] })]);
      const without = standingOf([claim('said', 'north', { sources: [id] })]);
      expect(with_ === 'corroborated').toBe(without === 'corroborated');
    }
  });
});
