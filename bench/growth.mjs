// How the time of an answer grows with the number of requirements: of the engine only, for the others have none.

import { quantile } from "./measure.mjs";
import { Choice } from "./random.mjs";
import { MOST, some } from "./requirements.mjs";

const OPTIONS = ["region-primary", "cert-own", "deployment", "encryption"];

/**
 * For each number of requirements: the median time of an answer with its first page, the first time that it is asked
 * and later, and the same with the counts of four rows of options.
 */
export function byRequirements(engine, { queries = 60, passes = 5, seed = 4 } = {}) {
  const choice = new Choice(seed);
  // What is made once, the orders and the options, is not what is asked about here.
  engine.query({ options: OPTIONS });
  return Array.from({ length: MOST }, (_, index) => {
    const asked = Array.from({ length: queries }, () => ({ require: some(choice, index + 1).join("; ") }));
    const [first, again] = times(engine, asked, passes);
    const [, withOptions] = times(engine, asked.map((query) => ({ ...query, options: OPTIONS })), passes);
    return { requirements: index + 1, first, again, withOptions };
  });
}

function times(engine, queries, passes) {
  const time = (query) => {
    const start = performance.now();
    engine.query(query);
    return performance.now() - start;
  };
  const first = queries.map(time);
  const again = queries.map((query) => quantile(Array.from({ length: passes }, () => time(query)), 0.5));
  return [quantile(first, 0.5), quantile(again, 0.5)];
}
