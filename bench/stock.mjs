// What is made once and kept in results/stock: the catalogues, the answers of the reference, the bundled contenders.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { generate } from "./catalogue.mjs";
import { digest } from "./measure.mjs";
import * as naive from "./peers/naive.mjs";
import { workload } from "./workload.mjs";

/** Where results and what is kept are. */
export const RESULTS = new URL("results/", import.meta.url);
const STOCK = new URL("results/stock/", import.meta.url);

/** Where the npm packages are: where `cargo xtask bench` has put them, else beside this file. */
const PACKAGES = process.env.VC_BENCH_PACKAGES ?? fileURLToPath(new URL("node_modules", import.meta.url));

/** The file with a catalogue of so many vendors, in the neutral form. */
export const catalogueFile = (size) => new URL(`catalogue-${size}.json`, STOCK);

/** The file with what the reference answers on that catalogue. */
export const answersFile = (size) => new URL(`answers-${size}.json`, STOCK);

/** Makes the catalogue of this size and the reference's answers. */
export function stock(size) {
  mkdirSync(STOCK, { recursive: true });
  const text = JSON.stringify(generate(size));
  // They are kept from run to run, because the reference is slow; another generator makes another text.
  const isKept = existsSync(catalogueFile(size)) && readFileSync(catalogueFile(size), "utf8") === text;
  const queries = workload();
  const asked = JSON.stringify(queries);
  const kept = existsSync(answersFile(size)) && JSON.parse(readFileSync(answersFile(size), "utf8"));
  if (isKept && kept && JSON.stringify(kept.queries) === asked) return;
  writeFileSync(catalogueFile(size), text);
  naive.load(text);
  const answers = queries.map((query) => digest(naive.query(query)));
  writeFileSync(answersFile(size), JSON.stringify({ queries, answers }));
}

/**
 * Bundles a script with its packages into one module, as a page would load it. The packages need not lie beside the
 * script then.
 *
 * @param script its URL
 * @param platform "node" or "browser"
 * @param minify whether it is made as small as a page would have it; what is measured for speed alone can be read
 */
export async function bundle(script, platform, minify = false) {
  const { build } = createRequire(pathToFileURL(`${PACKAGES}/`))(`${PACKAGES}/esbuild`);
  const outfile = fileURLToPath(new URL(`${platform}/${basename(script.pathname)}`, STOCK));
  await build({
    entryPoints: [fileURLToPath(script)],
    outfile,
    bundle: true,
    minify,
    format: "esm",
    platform,
    target: "es2022",
    external: ["node:*"],
    nodePaths: [PACKAGES],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  return pathToFileURL(outfile);
}
