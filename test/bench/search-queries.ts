import { formatDay } from '../../src/core/days.ts';
import type { ViewContext } from '../../src/core/views/context.ts';
import { isJoining } from './prose.ts';
import { createRandom, type Random } from './random.ts';

const perKind = 5;

/** Returns what readers of a chronicle might type, the same for the same chronicle: names in every script, names with a letter missing, words, two words of one title, days. */
export function makeQueries({ chronicle }: ViewContext): string[] {
  const random = createRandom(chronicle.entries.size);
  const records = [...chronicle.actors.values(), ...chronicle.places.values()];
  const entries = [...chronicle.entries.values()];
  const titleWords = () =>
    random
      .pick(entries)
      .title.split(' ')
      .filter((word) => !isJoining(word));
  const kinds: readonly (() => string)[] = [
    () => random.pick(records).name,
    () => random.pick(random.pick(records).names).text,
    () => withTypo(random, random.pick(records).name),
    () => random.pick(titleWords()),
    () => random.some(titleWords(), 2).join(' '),
    () => formatDay(random.pick(entries).date.start),
  ];
  return Array.from({ length: perKind }, () => kinds.map((make) => make())).flat();
}

function withTypo(random: Random, name: string): string {
  const at = 1 + random.below(name.length - 2);
  return name.slice(0, at) + name.slice(at + 1);
}
