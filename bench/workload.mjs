// The questions that every contender answers.

import { Choice } from "./random.mjs";
import { CERTIFICATIONS, REGIONS, WORDS } from "./vocabulary.mjs";

const LIMITS = [7, 30, 90, 180, 365, 730];

/**
 * So many queries: the same for every size and every contender. Each asks for
 * - `regions`: hosted in one of these; `certifications`: holds all of these; none asks nothing,
 * - `retention`: null, or data is kept for at most `max` days, or with `includeUnknown` how long is not stated,
 * - `text`: words, each the beginning of one in the name or the description; may be empty,
 * - `sort`: `by` "name" or "retentionDays", `dir` "asc" or "desc"; unknown last, ties by id,
 * - the first `limit` ids, the total, and how many vendors each region, certification, deployment and kind of
 *   encryption would leave; the counts of regions are those without the regions asked for, and so for certifications.
 */
export function workload(count = 200, seed = 2) {
  const choice = new Choice(seed);
  return Array.from({ length: count }, (_, id) => ({
    id,
    regions: choice.chance(0.2) ? [] : choice.several(REGIONS, choice.whole(1, 3)),
    certifications: choice.several(CERTIFICATIONS, choice.one([0, 0, 1, 1, 2, 3])),
    retention: choice.chance(0.4) ? null : { max: choice.one(LIMITS), includeUnknown: choice.chance(0.5) },
    text: choice.chance(0.6) ? "" : text(choice),
    sort: { by: choice.chance(0.6) ? "name" : "retentionDays", dir: choice.chance(0.7) ? "asc" : "desc" },
    limit: 50,
  }));
}

function text(choice) {
  const beginning = () => choice.leaning(WORDS, 1.4).slice(0, choice.whole(2, 7));
  return Array.from({ length: choice.one([1, 1, 2]) }, beginning).join(" ");
}
