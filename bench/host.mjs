// What a host page pays for the load: bytes in brotli, and the time for which its main thread is blocked, beside AG Grid
// Community with the same rows.

import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { browsed } from "./chromium.mjs";
import { quantile } from "./measure.mjs";
import { prepared } from "./prepare.mjs";
import { bundle, catalogueFile, stock } from "./stock.mjs";
import { ms, table } from "./table.mjs";

const DIST = new URL("../dist/", import.meta.url);
/** Made-up vendors, for a catalogue of the page's own. */
const VENDORS = 1000;
/** Data, which the host brings, is no part of what it pays for the program. */
const DATA = ["/catalogue.json", "/rows.json"];

/** Loads each page so many times, in fresh browsers; the tables, and the results. */
export async function host(loads) {
  const grid = await bundle(new URL("grid.mjs", import.meta.url), "browser", true);
  const builtIn = readFileSync(new URL("gallery/catalogue.json", DIST), "utf8");
  stock(VENDORS);
  const neutral = readFileSync(catalogueFile(VENDORS), "utf8");
  const cases = {
    "the built-in catalogue": [element(), gridOf(grid, matrix(JSON.parse(builtIn)))],
    [`${VENDORS.toLocaleString("en")} vendors of the host's own`]: [element(prepared(neutral)), gridOf(grid, list(JSON.parse(neutral)))],
  };
  const results = {};
  for (const [title, pages] of Object.entries(cases)) {
    results[title] = {};
    // By turns, so that a busy moment of the machine meets both.
    for (let load = 0; load < loads; load++) {
      for (const { name, files } of pages) (results[title][name] ??= []).push(await once(files));
    }
    console.log(told(title, results[title]));
  }
  return results;
}

/** One load in a fresh browser. */
async function once(files) {
  const requested = new Set();
  const result = await browsed(files, {}, requested);
  if (result.error) throw new Error(result.error);
  const bytes = (names) => names.reduce((sum, name) => sum + weight(files[name]), 0);
  const fetched = [...requested].filter((name) => name in files && name !== "/hosted.js" && name !== "/");
  return {
    ...result,
    program: bytes(fetched.filter((name) => !DATA.includes(name))),
    data: bytes(fetched.filter((name) => DATA.includes(name))),
  };
}

const weights = new Map();

/** What a file weighs in brotli at its best. */
function weight(file) {
  if (!weights.has(file)) {
    weights.set(file, brotliCompressSync(file instanceof URL ? readFileSync(file) : Buffer.from(file)).length);
  }
  return weights.get(file);
}

const page = (body) => `<!doctype html><meta charset=utf-8><title>host</title><script src=/hosted.js></script>${body}`;
const common = { "/hosted.js": new URL("hosted.js", import.meta.url), "/favicon.ico": "" };

/** A page with the element; over a catalogue of its own, where there is one. */
function element(catalogue) {
  const files = { ...common };
  for (const folder of ["", "app/", "engine/"]) {
    for (const { name } of readdirSync(new URL(folder, DIST), { withFileTypes: true }).filter((one) => one.isFile())) {
      files[`/${folder}${name}`] = new URL(folder + name, DIST);
    }
  }
  const src = catalogue ? " src=/catalogue.json" : "";
  if (catalogue) files["/catalogue.json"] = catalogue;
  files["/"] = page(`<script>addEventListener("ready", shown, { once: true })</script>
    <script type=module src=/vendor-compare.js></script><vendor-compare${src}></vendor-compare>`);
  return { name: "vendor-compare", files };
}

/** A page with the grid. */
function gridOf(script, rows) {
  const files = { ...common, "/grid.js": script, "/rows.json": JSON.stringify(rows) };
  files["/"] = page("<div id=grid style='height: 40rem'></div><script type=module src=/grid.js></script>");
  return { name: "AG Grid Community", files };
}

/** The rows of a catalogue, with a column for each vendor. */
function matrix({ sections, providers }) {
  const vendors = providers.filter(({ kind }) => kind === "vendor");
  const said = ({ claims }, row) => claims.filter((claim) => claim.row === row.id)
    .map(({ state, value }) => (value === undefined ? state : JSON.stringify(value))).join("; ");
  return sections.flatMap((section) => section.rows.map((row) => ({
    section: section.name, row: row.name, ...Object.fromEntries(vendors.map((vendor) => [vendor.id, said(vendor, row)])),
  })));
}

/** A row for each vendor. */
function list(vendors) {
  const text = (value) => (Array.isArray(value) ? value.join(", ") : value);
  return vendors.map((vendor) => Object.fromEntries(Object.entries(vendor).map(([name, value]) => [name, text(value)])));
}

function told(title, results) {
  const head = ["page with", "program, KiB", "data, KiB", "shown after, ms", "blocked, ms", "longest task, ms"];
  const rows = Object.entries(results).map(([name, loads]) => {
    const median = (key) => quantile(loads.map((load) => load[key]), 0.5);
    const kib = (key) => (median(key) / 1024).toFixed(1);
    return [name, kib("program"), kib("data"), ...["ready", "blocked", "longest"].map((key) => ms(median(key)))];
  });
  return `\nWhat a host page pays: ${title}\n${table(head, rows)}`;
}
