import { computeBalance, formatShare } from './balance.ts';
import { listDays } from './days.ts';
import type { Chronicle } from './model.ts';
import { groupOrigins } from './origins.ts';
import { standings } from './standing.ts';

/** One line of the statistics: what is counted, and the count as it is printed. */
export type StatsRow = readonly [what: string, count: string];

/** Returns how much the chronicle holds, how well it is attested and how it is balanced. */
export function computeStats(chronicle: Chronicle): StatsRow[] {
  const { config, entries, claims, figures, actors, places, sources } = chronicle;
  const days = listDays(config.focus.from, config.focus.to);
  const covered = days.filter((day) =>
    (chronicle.days.get(day) ?? []).some((id) => entries.get(id)?.date.start === day),
  );
  const independent = [...entries.values()].filter((entry) => hasTwoOrigins(chronicle, entry.restsOn));
  const balance = computeBalance(chronicle, claims.values());
  const sideName = new Map([
    ...config.sides.map((side) => [side.id, side.name] as const),
    ['third-party', 'third parties'],
    ['joint', 'joint statements'],
  ]);
  const number = (value: number) => value.toLocaleString('en-GB');
  const located = [...places.values()].filter((place) => place.coordinates);
  const archived = [...sources.values()].filter((source) => source.archive !== undefined);
  return [
    ['Entries', number(entries.size)],
    ['Claims', number(claims.size)],
    [
      '  of them denials',
      number([...claims.values()].filter((claim) => claim.answers.some((answer) => answer.kind === 'denies')).length),
    ],
    ['Figures', number(figures.size)],
    ['Sources', number(sources.size)],
    ['  with an archived copy', number(archived.length)],
    ['Actors', number(actors.size)],
    ['Places', number(places.size)],
    ['  with coordinates', number(located.length)],
    [`Days of ${config.focus.name} with an entry of their own`, `${covered.length} of ${days.length}`],
    [
      'Entries with two independent origins',
      `${independent.length} (${formatShare(independent.length, entries.size)})`,
    ],
    ...[...balance.counts].map(([side, count]): StatsRow => [
      `Claims: ${sideName.get(side) ?? side}`,
      `${count} (${formatShare(count, balance.total)})`,
    ]),
    ...Object.entries(standings).map(([kind, { label }]): StatsRow => {
      const count = [...chronicle.standings.values()].filter((standing) => standing.kind === kind).length;
      return [`Standing: ${label.toLowerCase()}`, `${count} (${formatShare(count, claims.size)})`];
    }),
  ];
}

/** Tells whether sources are of at least two first-hand origins, one of them no party to the conflict. */
export function hasTwoOrigins(chronicle: Pick<Chronicle, 'sources'>, sources: readonly string[]): boolean {
  const origins = groupOrigins(chronicle, sources).filter((origin) => origin.isFirstHand);
  return origins.length >= 2 && origins.some((origin) => origin.party === 'none');
}
