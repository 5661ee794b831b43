// Chance that falls the same way every time: the demo office is made up, but always the same, so that a test can name its people.

export type Chance = {
  /** A whole number from 0 to `below` - 1. */
  upTo(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True in `percent` of a hundred throws. */
  happens(percent: number): boolean;
};

/** mulberry32: small, quick, and the same on every machine. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (below: number): number => Math.floor(next() * below);
  return {
    upTo,
    pick<Item>(items: readonly Item[]): Item {
      const item = items[upTo(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    happens: (percent) => next() * 100 < percent,
  };
}
