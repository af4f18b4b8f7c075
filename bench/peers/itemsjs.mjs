// ItemsJS for facets and order, with MiniSearch for the words, as its documentation advises.

import itemsjs from "itemsjs";
import MiniSearch from "minisearch";
import { isKeptFor, words } from "./shared.mjs";

export const name = "itemsjs+minisearch";
export const notes = "Facets and order by ItemsJS, words by MiniSearch through `_ids`. It has no ranges: retention is a"
  + " loop. Counts of certifications without their own selection take a second search.";

let vendors;
let items;
let index;

export function load(text) {
  vendors = JSON.parse(text);
  const facet = (conjunction) => ({ size: 1000, conjunction });
  const sorting = (field, order) => ({ field: [field, "id"], order: [order, "asc"] });
  const sortings = {};
  for (const field of ["name", "retentionDays"]) {
    for (const order of ["asc", "desc"]) sortings[`${field} ${order}`] = sorting(field, order);
  }
  items = itemsjs(vendors, {
    native_search_enabled: false,
    aggregations: {
      hostingRegions: facet(false), certifications: facet(true), deployment: facet(false), encryption: facet(true),
    },
    sortings,
  });
  index = new MiniSearch({
    fields: ["name", "description"],
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: { prefix: true, combineWith: "AND" },
  });
  index.addAll(vendors);
}

/** The ids in ItemsJS's own count, from 1, of those who have the words and meet the retention; undefined for all. */
function among({ text, retention }) {
  if (text === "" && retention === null) return undefined;
  const ids = text === "" ? vendors.map((vendor) => vendor.id) : index.search(text).map((hit) => hit.id);
  const kept = retention === null ? ids : ids.filter((id) => isKeptFor(vendors[id].retentionDays, retention));
  return kept.map((id) => id + 1);
}

export function query(asked) {
  const _ids = among(asked);
  const answer = items.search({
    per_page: asked.limit,
    sort: `${asked.sort.by} ${asked.sort.dir}`,
    filters: { hostingRegions: asked.regions, certifications: asked.certifications },
    _ids,
  });
  const found = answer.data.aggregations;
  const freed = asked.certifications.length === 0
    ? found
    : items.search({ per_page: 0, filters: { hostingRegions: asked.regions }, _ids }).data.aggregations;
  const counts = (facet) => Object.fromEntries(facet.buckets.map((bucket) => [bucket.key, bucket.doc_count]));
  return {
    ids: answer.data.items.map((vendor) => vendor.id),
    total: answer.pagination.total,
    facets: {
      regions: counts(found.hostingRegions),
      certifications: counts(freed.certifications),
      deployment: counts(found.deployment),
      encryption: counts(found.encryption),
    },
  };
}
