// The offline file: the time until it answers beside that of the served page, and a file with many vendors.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { TYPES } from "./chromium.mjs";
import { opened } from "./devtools.mjs";
import { quantile } from "./measure.mjs";
import { prepared } from "./prepare.mjs";
import { RESULTS, catalogueFile, stock } from "./stock.mjs";
import { ms, table, times } from "./table.mjs";

const DIST = new URL("../dist/", import.meta.url);
const FILE = new URL("vendor-compare.html", DIST);
const VISITOR = readFileSync(new URL("visitor.js", import.meta.url), "utf8");
/** Made-up vendors in the large file. */
const VENDORS = 10_000;
/** A processor as it is, and one that is as slow as a simple phone's. */
const SLOWER = [1, 4];
/** The day as of which a file is made, so that the next one is the same. */
const DAY = "2026-11-22";

/** Opens each so many times, in fresh browsers; prints tables. The results. */
export async function offline(loads) {
  const server = served();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const large = made();
  const results = {};
  try {
    for (const [what, addresses] of Object.entries(cases(origin, large))) {
      for (const slower of SLOWER) {
        const title = slower === 1 ? what : `${what}, on a processor ${slower} times as slow`;
        results[title] = await measured(addresses, loads, slower);
        console.log(told(title, results[title]));
      }
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return results;
}

/** What is opened, by the title of its table: addresses by their names. */
function cases(origin, large) {
  const weight = (file) => `${(statSync(file).size / 1024).toFixed(0)} KiB`;
  return {
    [`the built-in catalogue, ${weight(FILE)}`]: {
      "the page, served": `${origin}/`,
      "the file, served": `${origin}/vendor-compare.html`,
      "the file, from the disk": FILE.href,
    },
    [`${VENDORS.toLocaleString("en")} vendors, ${weight(large)}`]: { "the file, from the disk": large.href },
  };
}

/** By turns, so that a busy moment of the machine meets all. */
async function measured(addresses, loads, slower) {
  const results = {};
  for (let load = 0; load < loads; load++) {
    for (const [name, address] of Object.entries(addresses)) {
      (results[name] ??= []).push(await opened(address, VISITOR, slower));
    }
  }
  return results;
}

/** What `cargo xtask build` has left, as a plain server on this machine gives it. */
function served() {
  return createServer(({ url }, response) => {
    const name = new URL(url, "http://here").pathname.slice(1) || "index.html";
    try {
      const body = readFileSync(new URL(name, DIST));
      const type = TYPES[name.match(/\.\w+$/)?.[0]] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
}

/** A file with made-up vendors, by `catalogue bundle`. */
function made() {
  stock(VENDORS);
  const data = new URL("stock/data/", RESULTS);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(new URL("providers/", data), { recursive: true });
  for (const [name, content] of dataFiles(JSON.parse(prepared(readFileSync(catalogueFile(VENDORS), "utf8"))))) {
    writeFileSync(new URL(`${name}.json`, data), JSON.stringify(content));
  }
  const file = new URL(`stock/offline-${VENDORS}.html`, RESULTS);
  const [template, from, output] = [new URL("template.html", DIST), data, file].map(fileURLToPath);
  const made = ["--template", template, "--data", from, "--as-of", DAY, "--output", output];
  execFileSync(process.env.VC_CATALOGUE, ["bundle", ...made]);
  rmSync(data, { recursive: true });
  return file;
}

/** A catalogue in one text as the files of a folder. */
function dataFiles({ sections, certifications, places, groups, documents, providers }) {
  return [
    ["rows", { sections }],
    ["certifications", { certifications }],
    ["places", { places, groups }],
    ["documents", { documents }],
    ...providers.map((provider) => [`providers/${provider.id}`, provider]),
  ];
}

const STEPS = ["opened", "required", "compared"];

/** How each step went, and the time until the first answer, also beside that of the first row: medians. */
function told(title, results) {
  const median = (loads, of) => quantile(loads.map(of), 0.5);
  const answer = (loads) => median(loads, ({ opened, required }) => opened.took + required.took);
  const reference = answer(Object.values(results)[0]);
  const rows = Object.entries(results).map(([name, loads]) => [
    name,
    ...STEPS.flatMap((step) => ["took", "longest"].map((key) => ms(median(loads, (load) => load[step][key])))),
    ms(answer(loads)),
    times(answer(loads) / reference),
  ]);
  const head = ["", ...STEPS.flatMap((step) => [step, "task"]), "first answer", "of the first"];
  return `\nThe offline file: ${title}; ms\n${table(head, rows)}`;
}
