// What the hand-written parts of the peers share: the meaning of the questions, in plain JavaScript.

/** The four facets and where a vendor has them. */
export const FACETS = {
  regions: "hostingRegions", certifications: "certifications", deployment: "deployment", encryption: "encryption",
};

/** The words of a text, in lower case. All contenders that let one choose get this one. */
export const words = (text) => text.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");

export const wordsOf = (vendor) => words(`${vendor.name} ${vendor.description}`);

/** Whether the requirement on retention is met. */
export const isKeptFor = (days, { max, includeUnknown }) => (days === null ? includeUnknown : days <= max);

/** Whether a vendor meets what is asked, but for one facet; words are not looked at. */
export function meets(vendor, query, without) {
  const { regions, certifications, retention } = query;
  return (without === "regions" || regions.length === 0 || regions.some((code) => vendor.hostingRegions.includes(code)))
    && (without === "certifications" || certifications.every((id) => vendor.certifications.includes(id)))
    && (retention === null || isKeptFor(vendor.retentionDays, retention));
}

/** The order of results, as a comparison. */
export function order({ by, dir }) {
  const sign = dir === "asc" ? 1 : -1;
  return (a, b) => {
    const [x, y] = [a[by], b[by]];
    if (x === y) return a.id - b.id;
    if (x === null || y === null) return x === null ? 1 : -1;
    return x < y ? -sign : sign;
  };
}

/** The answer by plain loops over the vendors that have the words. */
export function byLoops(query, withWords) {
  const hits = withWords.filter((vendor) => meets(vendor, query));
  const facets = {};
  for (const [facet, field] of Object.entries(FACETS)) {
    const isAsked = query[facet]?.length > 0;
    facets[facet] = counts(isAsked ? withWords.filter((vendor) => meets(vendor, query, facet)) : hits, field);
  }
  const ids = hits.slice().sort(order(query.sort)).slice(0, query.limit).map((vendor) => vendor.id);
  return { ids, total: hits.length, facets };
}

function counts(vendors, field) {
  const counts = {};
  for (const vendor of vendors) {
    for (const value of [vendor[field]].flat()) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
