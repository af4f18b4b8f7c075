// The requirement engine as a contender: the JavaScript API of dist/engine, asked what all are asked.

import { Engine, QueryError } from "../dist/engine/engine.js";
import { prepared } from "./prepare.mjs";

export const name = "vendor-compare";
export const notes = "The engine of this project. Every answer is three-valued; of the counts only those who meet are"
  + " taken. It loads claims with their evidence, which is several times the text that the others load.";
export const assets = { wasm: "../dist/engine/engine_bg.wasm", details: "../dist/engine/details_bg.wasm" };

/** Our catalogue of the same vendors. */
export const prepare = prepared;

/** Which row holds a facet. */
const ROWS = { regions: "region-primary", certifications: "cert-own", deployment: "deployment", encryption: "encryption" };
const SORTS = { name: "name", retentionDays: "ret-personal" };

/** The engine, for what only it can be asked. */
export let engine;

/** @param env what the benchmark offers: `assetBytes(key)` gives the bytes of an asset. */
export async function load(text, env) {
  const detailsWasm = () => env.assetBytes("details");
  engine = await Engine.load(text, { wasm: await env.assetBytes("wasm"), detailsWasm });
  const { total, first } = engine.leftOut;
  if (total > 0) throw new Error(`${total} providers are left out: ${first[0]?.problems[0]?.message}`);
}

export function query(asked) {
  try {
    return answer(asked);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return withUnknownValues(asked);
  }
}

function answer(asked) {
  const { meets, options } = engine.query({
    ...requirements(asked),
    text: asked.text,
    fields: ["name", "summary"],
    sort: SORTS[asked.sort.by],
    descending: asked.sort.dir === "desc",
    groups: ["meets"],
    limit: asked.limit,
    options: Object.values(ROWS),
  });
  const facets = {};
  for (const [facet, row] of Object.entries(ROWS)) {
    facets[facet] = {};
    for (const { value, meets } of options[row]) facets[facet][value] = meets;
  }
  return { ids: meets.ids.map((id) => Number(id.slice(1))), total: meets.total, facets };
}

/**
 * A small catalogue may know nothing of a value that is asked for. The engine says so, as a page should; the others take
 * it for a value that nobody has.
 */
function withUnknownValues(asked) {
  const { options } = engine.query({ limit: 0, options: [ROWS.regions, ROWS.certifications] });
  const known = (row) => (value) => options[row].some((option) => option.value === value);
  const regions = asked.regions.filter(known(ROWS.regions));
  const isHosted = asked.regions.length === 0 || regions.length > 0;
  const isHeld = asked.certifications.every(known(ROWS.certifications));
  if (isHosted && isHeld) return answer({ ...asked, regions });
  // Nobody is left, but for the counts that leave the one unknown value out.
  const nobody = { regions: {}, certifications: {}, deployment: {}, encryption: {} };
  const counts = (facet) => ({ [facet]: answer({ ...asked, regions, [facet]: [] }).facets[facet] });
  const facets = { ...nobody, ...(isHeld && counts("regions")), ...(isHosted && counts("certifications")) };
  return { ids: [], total: 0, facets };
}

/** What is asked, in the grammar. */
function requirements({ regions, certifications, retention }) {
  const require = [];
  if (regions.length > 0) require.push(`region-primary has-any ${regions.join(", ")}`);
  if (certifications.length > 0) require.push(`cert-own has ${certifications.join(", ")}`);
  const kept = retention && `ret-personal <= P${retention.max}D`;
  if (kept && !retention.includeUnknown) require.push(kept);
  return {
    require: require.join("; "),
    requireOrCannotTell: kept && retention.includeUnknown ? kept : "",
  };
}

/** What the engine says that it holds, in bytes. */
export const memory = () => engine.memory;

