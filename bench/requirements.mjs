// Requirements in the grammar, made up for the rows that `prepare.mjs` gives the catalogue.

import { CERTIFICATIONS, DEPLOYMENT, ENCRYPTION, PERCENTAGES, REGIONS, SUBPROCESSORS, USUAL_DAYS } from "./vocabulary.mjs";

/** Of the sub-processors those that even a small catalogue has. */
const FREQUENT = SUBPROCESSORS.slice(0, 40);

/** Ways to require something, no two of which ask the same of the same row. */
const KINDS = [
  (choice) => `region-primary has-any ${choice.several(REGIONS, 3).join(", ")}`,
  (choice) => `ret-personal <= P${choice.one(USUAL_DAYS)}D`,
  (choice) => `cert-own has ${choice.several(CERTIFICATIONS, 2, 3).join(", ")}`,
  (choice) => `encryption has ${choice.leaning(ENCRYPTION)}`,
  (choice) => `sla >= ${choice.one(PERCENTAGES)}`,
  (choice) => `not upstream has ${choice.leaning(FREQUENT, 3)}`,
  (choice) => `deployment has-any ${choice.several(DEPLOYMENT, 2).join(", ")}`,
  (choice) => `ret-backup >= P${choice.one(USUAL_DAYS)}D`,
  (choice) => `not region-primary has ${choice.leaning(REGIONS)}`,
  (choice) => `cert-own has-any ${choice.several(CERTIFICATIONS, 3).join(", ")}`,
  (choice) => `region-primary in ${choice.several(REGIONS, 40, 1).join(", ")}`,
  (choice) => `upstream is-stated`,
];

/** The most requirements that can be asked together. */
export const MOST = KINDS.length;

/** So many requirements, each of another kind. */
export const some = (choice, count) => choice.several(KINDS, count, 1).map((kind) => kind(choice));
