// What was measured, in tables.

import { mebibytes, ms, table, times } from "./table.mjs";

/** The contender that the others are compared with. */
const OURS = "vendor-compare";

/** The contenders at one size, those with the shortest answers first. */
export function ofSize(where, size, results) {
  const heading = `\n${where}, ${size.toLocaleString("en")} vendors (times in ms, memory in MiB)\n`;
  const failed = Object.entries(results).filter(([, result]) => result.error);
  const rows = Object.entries(results).filter(([, result]) => !result.error)
    .sort(([, a], [, b]) => a.median - b.median)
    .map(([name, result]) => [
      name, ms(result.load), times(result.load / result.parse), ms(result.first), ms(result.coldMedian),
      ms(result.median), ms(result.p95), times(result.median / results[OURS]?.median),
      mebibytes(result.memory.asked), result.answered, agreement(result),
    ]);
  const head = [
    "contender", "load", "JSON.parse", "first query", "once", "median", "p95", "of ours", "memory", "queries", "agrees",
  ];
  const errors = failed.map(([name, { error }]) => `\n  ${name} failed: ${error}`);
  return heading + table(head, rows) + errors.join("") + own(results);
}

/** What contenders say themselves that they hold. */
function own(results) {
  return Object.entries(results).filter(([, { memory }]) => memory?.own).map(([name, { memory }]) => {
    const parts = Object.entries(memory.own).map(([part, bytes]) => `${part} ${mebibytes(bytes)}`);
    return `\n  ${name} says that it holds: ${parts.join(", ")}`;
  }).join("");
}

function agreement({ answered, wrong }) {
  return wrong.queries === 0 ? "all" : `${answered - wrong.queries} of ${answered}`;
}

/** How the median of each contender grows with the number of vendors: the exponent p of N^p between two sizes. */
export function growth(where, sizes, bySize) {
  if (sizes.length < 2) return "";
  const names = Object.keys(bySize[sizes[0]]);
  const rows = names.map((name) => [name, ...sizes.slice(1).map((size, index) => {
    const [small, large] = [bySize[sizes[index]][name]?.median, bySize[size][name]?.median];
    const power = Math.log(large / small) / Math.log(size / sizes[index]);
    return Number.isFinite(power) ? `N^${power.toFixed(2)}` : "–";
  })]);
  return `\n${where}: how the median of an answer grows with N, up to\n${table(["contender", ...sizes.slice(1)], rows)}`;
}

/** Times against the number of requirements. */
export function requirements(size, rows) {
  const head = ["requirements", "first time", "again", "with options"];
  const lines = rows.map((row) => [row.requirements, ms(row.first), ms(row.again), ms(row.withOptions)]);
  return `\n${OURS}, ${size.toLocaleString("en")} vendors: median by number of requirements, in ms\n${table(head, lines)}`;
}

/** Whether the engine agrees with the naive evaluation. */
export function groups({ vendors, compared, wrong }) {
  const what = `${compared.groups} queries and ${compared.options} options at ${vendors} vendors`;
  const differ = wrong.map((difference) => `\n  ${difference}`).join("");
  const told = wrong.length === 0 ? "are as each vendor's explanation" : `: ${wrong.length} DIFFER${differ}`;
  return `\n${OURS}: the three groups of ${what} ${told}`;
}
