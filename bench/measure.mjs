// What is measured of one contender, in Node as in a browser: loading, every answer, and how long answers take.

const now = () => performance.now();

/** The value at this part of the sorted list: 0.5 for the median. */
export function quantile(times, part) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

/** An answer as texts that can be compared; counts of nobody may be left out. */
export function digest({ ids, total, facets }) {
  const counts = (facet) => Object.entries(facet).filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const regions = JSON.stringify(counts(facets.regions));
  const certifications = JSON.stringify(counts(facets.certifications));
  const others = JSON.stringify([counts(facets.deployment), counts(facets.encryption)]);
  return { ids: ids.join(), total, counts: [regions, certifications, others].join() };
}

/** How long `JSON.parse` takes on a text, the shortest of three times: the least that any loading costs. */
export function parsing(text) {
  const once = () => {
    const start = now();
    JSON.parse(text);
    return now() - start;
  };
  return Math.min(once(), once(), once());
}

/** How long a contender takes to load a text. */
export async function loading(contender, text, env) {
  const start = now();
  await contender.load(text, env);
  return now() - start;
}

/**
 * Asks a loaded contender everything: once with each answer held against the reference's, then again for the times,
 * within a budget of milliseconds for each of the two.
 */
export async function asking(contender, { queries, answers }, { passes = 5, budget = 10_000 } = {}) {
  const wrong = { queries: 0, ids: 0, totals: 0, counts: 0 };
  const cold = [];
  for (let start = now(); cold.length < queries.length && now() - start < budget;) {
    const query = queries[cold.length];
    const begin = now();
    const answer = await contender.query(query);
    cold.push(now() - begin);
    compare(digest(answer), answers[cold.length - 1], wrong);
  }
  const warm = cold.map(() => []);
  for (let pass = 0, start = now(); pass < passes && now() - start < budget; pass++) {
    for (let i = 0; i < warm.length && now() - start < budget; i++) {
      const begin = now();
      await contender.query(queries[i]);
      warm[i].push(now() - begin);
    }
  }
  // A query that the budget did not leave time for a second time counts with its first.
  const times = warm.map((all, i) => (all.length > 0 ? quantile(all, 0.5) : cold[i]));
  return {
    answered: cold.length,
    first: cold[0],
    coldMedian: quantile(cold, 0.5),
    coldP95: quantile(cold, 0.95),
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    wrong,
  };
}

function compare(found, expected, wrong) {
  const faults = {
    ids: found.ids !== expected.ids, totals: found.total !== expected.total, counts: found.counts !== expected.counts,
  };
  for (const [what, isWrong] of Object.entries(faults)) wrong[what] += Number(isWrong);
  wrong.queries += Number(Object.values(faults).includes(true));
}
