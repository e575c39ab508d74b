/** Chance that is the same each time: a sequence of numbers from a seed. */
export interface Chance {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  /** True so many times in a hundred. */
  percent(times: number): boolean;
  /** One of them. Throws an Error if there is none. */
  oneOf<T>(of: readonly T[]): T;
}

/** Mulberry32, a generator with 32 bits of state (Tommy Ettinger, public domain). */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    below,
    percent: (times) => below(100) < times,
    oneOf: (of) => {
      if (of.length === 0) throw new Error('There is nothing to choose from.');
      return of[below(of.length)] as (typeof of)[number];
    },
  };
}
