// What plain JavaScript can do when it is written for nothing but this workload: bitsets over vendors in the order of
// their names, and counts by population count.

import { FACETS, words, wordsOf } from "./shared.mjs";

export const name = "bitset-js";
export const notes = "Written by hand for this workload alone: a bitset for each value, words as sorted lists.";

/** How many vendors there are, and how many words of 32 bits a set of them has. */
let count;
let length;
/** By place in the order of names: id, days of retention (-1 unknown). */
let ids;
let days;
/** Places in the order of retention, up and down. */
let byDays;
/**
 * For each facet its `values`, the `sets` of places of each, and the numbers of the values at each place: those of place
 * p are `numbers[k]` with k from `from[p]` up to `from[p + 1]`.
 */
let facets;
/** The words in order, and the places where each stands. */
let terms;
let places;

export function load(text) {
  const vendors = JSON.parse(text);
  const up = (x, y) => (x < y ? -1 : x > y ? 1 : 0);
  vendors.sort((a, b) => up(a.name, b.name) || a.id - b.id);
  count = vendors.length;
  length = Math.ceil(count / 32);
  ids = Uint32Array.from(vendors, (vendor) => vendor.id);
  days = Int32Array.from(vendors, (vendor) => vendor.retentionDays ?? -1);
  byDays = { asc: inOrder((day) => day), desc: inOrder((day) => -day) };
  facets = {};
  for (const [facet, field] of Object.entries(FACETS)) facets[facet] = facetOf(vendors, field);
  indexWords(vendors);
}

/** All places by the key of their days, unknown last, ties by id. */
function inOrder(key) {
  const last = Number.MAX_SAFE_INTEGER;
  const keys = Float64Array.from(days, (day) => (day < 0 ? last : key(day)));
  return Uint32Array.from(days.keys()).sort((a, b) => keys[a] - keys[b] || ids[a] - ids[b]);
}

function facetOf(vendors, field) {
  const known = new Map();
  const numbers = [];
  const from = new Uint32Array(count + 1);
  vendors.forEach((vendor, place) => {
    for (const value of [vendor[field]].flat()) {
      if (!known.has(value)) known.set(value, known.size);
      numbers.push(known.get(value));
    }
    from[place + 1] = numbers.length;
  });
  const sets = Array.from(known, () => new Uint32Array(length));
  for (let place = 0; place < count; place++) {
    for (let k = from[place]; k < from[place + 1]; k++) insert(sets[numbers[k]], place);
  }
  return { known, values: [...known.keys()], sets, from, numbers: Uint16Array.from(numbers) };
}

function indexWords(vendors) {
  const index = new Map();
  vendors.forEach((vendor, place) => {
    for (const word of wordsOf(vendor)) {
      const known = index.get(word);
      if (known === undefined) index.set(word, [place]);
      else if (known.at(-1) !== place) known.push(place);
    }
  });
  terms = [...index.keys()].sort();
  places = terms.map((term) => Uint32Array.from(index.get(term)));
}

function insert(set, place) {
  set[place >>> 5] |= 1 << (place & 31);
}

function bits(word) {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many places are in both sets; three words at a time share the last steps. */
function common(a, b) {
  let sum = 0;
  let i = 0;
  const pairs = (word) => word - ((word >>> 1) & 0x55555555);
  const fours = (word) => (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  for (; i + 2 < length; i += 3) {
    const three = fours(pairs(a[i] & b[i])) + fours(pairs(a[i + 1] & b[i + 1])) + fours(pairs(a[i + 2] & b[i + 2]));
    sum += Math.imul((three & 0x0f0f0f0f) + ((three >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
  }
  for (; i < length; i++) sum += bits(a[i] & b[i]);
  return sum;
}

/** Calls back with each place of a set, in order. */
function each(set, call) {
  for (let i = 0; i < length; i++) {
    for (let word = set[i]; word !== 0; word &= word - 1) call((i << 5) + 31 - Math.clz32(word & -word));
  }
}

function keep(set, other) {
  for (let i = 0; i < length; i++) set[i] &= other[i];
}

function join(set, other) {
  for (let i = 0; i < length; i++) set[i] |= other[i];
}

function both(a, b) {
  const set = new Uint32Array(length);
  for (let i = 0; i < length; i++) set[i] = a[i] & b[i];
  return set;
}

function everyone() {
  const set = new Uint32Array(length).fill(0xffffffff);
  if (count % 32 > 0) set[length - 1] = 2 ** (count % 32) - 1;
  return set;
}

/** Those with a word that begins like this. */
function withWord(beginning) {
  const set = new Uint32Array(length);
  let low = 0;
  for (let high = terms.length; low < high;) {
    const middle = (low + high) >> 1;
    if (terms[middle] < beginning) low = middle + 1;
    else high = middle;
  }
  for (; low < terms.length && terms[low].startsWith(beginning); low++) {
    for (const place of places[low]) insert(set, place);
  }
  return set;
}

function withRetention({ max, includeUnknown }) {
  const set = new Uint32Array(length);
  for (let place = 0; place < count; place++) {
    if (days[place] <= max && (includeUnknown || days[place] >= 0)) insert(set, place);
  }
  return set;
}

export function query(asked) {
  const rest = everyone();
  for (const beginning of words(asked.text)) keep(rest, withWord(beginning));
  if (asked.retention !== null) keep(rest, withRetention(asked.retention));
  const nobody = new Uint32Array(length);
  const having = (facet, value) => facets[facet].sets[facets[facet].known.get(value)] ?? nobody;
  const hosted = asked.regions.length > 0 ? new Uint32Array(length) : everyone();
  for (const code of asked.regions) join(hosted, having("regions", code));
  const held = everyone();
  for (const id of asked.certifications) keep(held, having("certifications", id));

  const exceptRegions = both(rest, held);
  const exceptCertifications = both(rest, hosted);
  const found = both(exceptRegions, hosted);
  return {
    ids: page(found, asked),
    total: common(found, found),
    facets: {
      regions: counts("regions", exceptRegions),
      certifications: counts("certifications", exceptCertifications),
      deployment: counts("deployment", found),
      encryption: counts("encryption", found),
    },
  };
}

function counts(facet, within) {
  const { values, sets, from, numbers } = facets[facet];
  const sums = new Uint32Array(values.length);
  // Few places: it is quicker to look at what each has than at the set of each value.
  const isSparse = common(within, within) * (numbers.length / count) * 2 < values.length * length;
  if (isSparse) {
    each(within, (place) => {
      for (let k = from[place]; k < from[place + 1]; k++) sums[numbers[k]]++;
    });
  } else {
    sets.forEach((set, number) => (sums[number] = common(within, set)));
  }
  return Object.fromEntries(values.map((value, number) => [value, sums[number]]));
}

/** The first ids, by walking through the vendors in the order that is asked for. */
function page(found, { sort, limit }) {
  const chosen = [];
  const order = sort.by === "name" ? null : byDays[sort.dir];
  for (let i = 0; i < count && chosen.length < limit; i++) {
    const place = order === null ? (sort.dir === "asc" ? i : count - 1 - i) : order[i];
    if ((found[place >>> 5] >>> (place & 31)) & 1) chosen.push(ids[place]);
  }
  return chosen;
}
