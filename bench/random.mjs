// Numbers that look random and are the same on every machine: everything in this benchmark is made from a seed.

/** A source of numbers from 0 up to 1 (xorshift128, seeded by splitmix32). */
export function source(seed) {
  let mixed = seed >>> 0;
  const mix = () => {
    mixed = (mixed + 0x9e3779b9) >>> 0;
    let z = mixed;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  let [a, b, c, d] = [mix(), mix(), mix(), mix() | 1];
  return () => {
    const t = a ^ (a << 11);
    [a, b, c] = [b, c, d];
    d = (d ^ (d >>> 19) ^ t ^ (t >>> 8)) >>> 0;
    return d / 2 ** 32;
  };
}

/** Choices from a source. */
export class Choice {
  constructor(seed) {
    this.next = source(seed);
  }

  /** Whether something happens that has this chance. */
  chance(of) {
    return this.next() < of;
  }

  /** A whole number, both ends included. */
  whole(from, to) {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  one(list) {
    return list[this.whole(0, list.length - 1)];
  }

  /** One of a list, the first ones more often: the larger `lean`, the more so. */
  leaning(list, lean = 2) {
    return list[Math.floor(list.length * this.next() ** lean)];
  }

  /** So many different ones of a list, in its order. */
  several(list, count, lean = 2) {
    const chosen = new Set();
    while (chosen.size < Math.min(count, list.length)) chosen.add(this.leaning(list, lean));
    return list.filter((item) => chosen.has(item));
  }
}
