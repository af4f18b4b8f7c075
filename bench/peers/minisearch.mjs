// MiniSearch for the words, plain loops for the rest: what one writes when only a text search is at hand.

import MiniSearch from "minisearch";
import { byLoops, words } from "./shared.mjs";

export const name = "minisearch";
export const notes = "MiniSearch finds words; filters, order and counts are plain loops over what it finds.";

let vendors;
let index;

export function load(text) {
  vendors = JSON.parse(text);
  index = new MiniSearch({
    fields: ["name", "description"],
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: { prefix: true, combineWith: "AND" },
  });
  index.addAll(vendors);
}

export function query(asked) {
  return byLoops(asked, asked.text === "" ? vendors : index.search(asked.text).map((hit) => vendors[hit.id]));
}
