/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A number from 0 to less than 1. */
  next(): number;
  /** A whole number from 0 to less than `limit`. */
  below(limit: number): number;
  pick<T>(values: readonly T[]): T;
  /** Several different values, as many as there are at most. */
  some<T>(values: readonly T[], count: number): T[];
  chance(share: number): boolean;
}

/** Returns the numbers of a seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(values: readonly T[]): T => {
    const value = values[below(values.length)];
    if (value === undefined) throw new RangeError('Nothing to pick from');
    return value;
  };
  return {
    next,
    below,
    pick,
    some: (values, count) => {
      const picked = new Set<(typeof values)[number]>();
      while (picked.size < Math.min(count, values.length)) picked.add(pick(values));
      return [...picked];
    },
    chance: (share) => next() < share,
  };
}
