// Made-up vendors, in a neutral form that is nobody's own: each contender turns it into what it needs.

import { Choice } from "./random.mjs";
import {
  CERTIFICATIONS, DEPLOYMENT, ENCRYPTION, ENDINGS, PERCENTAGES, REGIONS, SUBPROCESSORS, SYLLABLES, USUAL_DAYS, WORDS,
} from "./vocabulary.mjs";

/**
 * A catalogue of so many vendors. The first vendors of a larger one are those of a smaller one with the same seed.
 *
 * @returns vendors with `id` (its place, from 0), `name`, `description`, `hostingRegions`, `certifications`,
 *   `retentionDays` and `backupRetentionDays` (null where not stated), `encryption`, `deployment`, `subprocessors` and
 *   `slaPercent` (null where none is promised). Lists are complete; an empty one means that nothing is stated.
 */
export function generate(count, seed = 1) {
  const choice = new Choice(seed);
  const names = new Set();
  return Array.from({ length: count }, (_, id) => vendor(id, choice, names));
}

function vendor(id, choice, names) {
  return {
    id,
    name: name(choice, names),
    description: Array.from({ length: choice.whole(8, 20) }, () => choice.leaning(WORDS, 1.4)).join(" "),
    hostingRegions: choice.several(REGIONS, choice.whole(1, 6), 2.5),
    certifications: choice.several(CERTIFICATIONS, choice.whole(0, 12), 2.5),
    retentionDays: days(choice),
    backupRetentionDays: days(choice),
    encryption: choice.several(ENCRYPTION, choice.whole(0, 4)),
    deployment: choice.leaning(DEPLOYMENT),
    subprocessors: choice.several(SUBPROCESSORS, choice.whole(0, 20), 3),
    slaPercent: choice.chance(0.25) ? null : choice.leaning(PERCENTAGES),
  };
}

function name(choice, names) {
  const syllables = Array.from({ length: choice.whole(2, 4) }, () => choice.one(SYLLABLES)).join("");
  let name = `${syllables[0].toUpperCase()}${syllables.slice(1)} ${choice.one(ENDINGS)}`;
  // A name that is taken gets a number: names are unique, so that every order of results is the only right one.
  while (names.has(name)) name += ` ${choice.whole(2, 999)}`;
  names.add(name);
  return name;
}

function days(choice) {
  if (choice.chance(0.3)) return null;
  return choice.chance(0.75) ? choice.leaning(USUAL_DAYS, 1.5) : choice.whole(0, 3650);
}
