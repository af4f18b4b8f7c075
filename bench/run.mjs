// The benchmark: `cargo xtask bench` calls it. See README.md.
//
//   node run.mjs [--parts=groups,node,requirements,chromium,host,offline] [--sizes=100,1000] [--only=vendor-compare,naive]
//                [--loads=3] [--budget=10000]

import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { inChromium } from "./chromium.mjs";
import { host } from "./host.mjs";
import { child, inNode } from "./node.mjs";
import { offline } from "./offline.mjs";
import * as report from "./report.mjs";
import { RESULTS, bundle, catalogueFile, stock } from "./stock.mjs";

/** The modules of the contenders, by the name that `--only` takes. */
const CONTENDERS = {
  "vendor-compare": "contender.mjs",
  naive: "peers/naive.mjs",
  minisearch: "peers/minisearch.mjs",
  itemsjs: "peers/itemsjs.mjs",
  orama: "peers/orama.mjs",
  "bitset-js": "peers/bitset.mjs",
};
const DEFAULTS = {
  parts: "groups,node,requirements,chromium",
  sizes: "100,1000,10000,100000",
  only: Object.keys(CONTENDERS).join(),
  loads: "3",
  budget: "10000",
};
/** The size at which the engine is held against the naive evaluation of every vendor. */
const SMALL = 100;

const given = options(process.argv.slice(2));
const list = (name) => given[name].split(",").filter((item) => item !== "");
const sizes = list("sizes").map(Number).sort((a, b) => a - b);
const limits = { loads: Number(given.loads), budget: Number(given.budget) };

const PARTS = { groups, node, requirements, chromium, host: hosted, offline: opening };
for (const part of list("parts")) {
  if (!(part in PARTS)) refuse(`there is no part \`${part}\`; there are ${Object.keys(PARTS).join(", ")}`);
  await PARTS[part]();
}

/** The arguments, each `--name=value`. */
function options(texts) {
  const given = { ...DEFAULTS };
  for (const text of texts) {
    const [, name, value] = text.match(/^--([a-z]+)=(.+)$/) ?? [];
    if (!(name in DEFAULTS)) {
      refuse(`\`${text}\` is no option; there are --${Object.keys(DEFAULTS).join("=…, --")}=…`);
    }
    given[name] = value;
  }
  return given;
}

/** Ends the run: the arguments cannot be read. */
function refuse(why) {
  console.error(`error: ${why}`);
  process.exit(2);
}

/** A contender, bundled for Node. */
async function contender(name) {
  const script = CONTENDERS[name];
  if (!script) refuse(`there is no contender \`${name}\`; there are ${Object.keys(CONTENDERS).join(", ")}`);
  const source = new URL(script, import.meta.url);
  const module = await bundle(source, "node");
  const { name: title, assets } = await import(module);
  return { title, assets, source, module };
}

/** Everything that the table of a part shows, size by size; results are saved as they come. */
async function measured(where, measure) {
  const contenders = await Promise.all(list("only").map(contender));
  const bySize = {};
  for (const size of sizes) {
    stock(size);
    bySize[size] = {};
    for (const contender of contenders) {
      const result = await measure(contender, size).catch((error) => ({ error: error.message }));
      bySize[size][contender.title] = result;
      console.error(`${where}, ${size}: ${contender.title} ${result.error ? "failed" : "measured"}`);
      save(where, bySize);
    }
    console.log(report.ofSize(where, size, bySize[size]));
  }
  const growth = report.growth(where, sizes, bySize);
  if (growth !== "") console.log(growth);
}

function node() {
  return measured("Node", (contender, size) => inNode(contender, size, limits));
}

async function chromium() {
  const page = await bundle(new URL("page.mjs", import.meta.url), "browser");
  return measured("Chromium", async (contender, size) => {
    const module = await bundle(contender.source, "browser");
    return inChromium({ ...contender, module }, page, size, limits);
  });
}

/** The engine against the naive evaluation. */
async function groups() {
  const result = await alone("groups", SMALL);
  console.log(report.groups(result));
  if (result.wrong.length > 0) process.exitCode = 1;
}

async function requirements() {
  for (const size of sizes) console.log(report.requirements(size, await alone("requirements", size)));
}

/** What a host page pays. */
async function hosted() {
  save("host", await host(limits.loads));
}

/** How long offline files take. */
async function opening() {
  save("offline", await offline(limits.loads));
}

/** A task for the engine alone, in a process of its own. */
async function alone(task, size) {
  const { module, source } = await contender("vendor-compare");
  stock(size);
  const job = { module: module.href, source: source.href, catalogue: catalogueFile(size).href, options: {}, task };
  const result = await child(job);
  if (result.error) throw new Error(result.error);
  save(task, result);
  return result;
}

function save(name, result) {
  mkdirSync(RESULTS, { recursive: true });
  const machine = { node: process.version, processor: cpus()[0]?.model, cores: cpus().length };
  const file = new URL(`${name.toLowerCase()}.json`, RESULTS);
  writeFileSync(file, `${JSON.stringify({ machine, date: new Date().toISOString(), result }, null, 1)}\n`);
}
