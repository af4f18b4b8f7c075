// The reference: loops over all vendors. Whatever another contender answers is held against this.

import { byLoops, words, wordsOf } from "./shared.mjs";

export const name = "naive";
export const notes = "Array.filter over all vendors for each question; the reference.";

let vendors;
let wordsByVendor;

export function load(text) {
  vendors = JSON.parse(text);
  wordsByVendor = vendors.map(wordsOf);
}

export function query(asked) {
  const beginnings = words(asked.text);
  const has = (_, index) =>
    beginnings.every((beginning) => wordsByVendor[index].some((word) => word.startsWith(beginning)));
  return byLoops(asked, beginnings.length === 0 ? vendors : vendors.filter(has));
}
