// The part that runs in headless Chromium: a fresh browser for each contender and size. A page loads the bundled
// contender from a server on this machine, measures, and sends the result back to it.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quantile } from "./measure.mjs";
import { answersFile, catalogueFile } from "./stock.mjs";

/** What a server says of a file, by the end of its name. */
export const TYPES = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };
/** How long one browser may take for one contender. */
const PATIENCE = 300_000;

/**
 * Measures one contender on one catalogue in browsers.
 *
 * @param contender `module`, the URL of what is bundled, `source`, that its assets are relative to, and `assets`
 * @param page the URL of the bundled `page.mjs`
 */
export async function inChromium({ module, source, assets = {} }, page, size, options) {
  const files = {
    "/": "<!doctype html><meta charset=utf-8><title>bench</title><script type=module src=/page.js></script>",
    "/page.js": page,
    "/contender.js": module,
    "/catalogue.json": catalogueFile(size),
    "/answers.json": answersFile(size),
  };
  for (const [key, path] of Object.entries(assets)) files[`/assets/${key}.wasm`] = new URL(path, source);
  const result = await browsed(files, { ...options, task: "all" });
  const loads = [result.load];
  while (!result.error && loads.length < options.loads) loads.push((await browsed(files, { task: "load" })).load);
  return { ...result, load: quantile(loads, 0.5), loads };
}

/** What a page reports that has these files; the paths that it asks for are added to `requested`. */
export async function browsed(files, job, requested = new Set()) {
  const { server, reported } = serve({ ...files, "/job.json": JSON.stringify(job) }, requested);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { ended, close } = browser(`http://127.0.0.1:${server.address().port}/`);
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE, { error: `no result after ${PATIENCE / 1000} s` });
  });
  const result = await Promise.race([reported, ended, late]);
  clearTimeout(timer);
  await close();
  server.closeAllConnections();
  server.close();
  return result;
}

/**
 * A browser that knows nothing yet.
 *
 * @param more arguments, beside the usual ones
 * @param pipes what it has from file 3 on
 */
export function browser(address, more = [], pipes = []) {
  const profile = mkdtempSync(join(tmpdir(), "vendor-compare-bench-"));
  const process = started(profile, [...more, address], pipes);
  const ended = new Promise((resolve) => {
    process.once("error", (error) => resolve({ error: `the browser does not start: ${error.message}` }));
    process.once("exit", (code) => resolve({ error: `the browser ended (${code}) without a result` }));
  });
  const close = async () => {
    process.kill();
    await ended;
    await remove(profile);
  };
  return { process, ended, close };
}

/** Removes a browser's folder; its processes may still write into it for a moment after the first has ended. */
async function remove(folder) {
  for (let tries = 0; tries < 50; tries++) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function started(profile, more, pipes) {
  const { CHROME, VC_CHROME_ARGUMENTS } = process.env;
  if (!CHROME) throw new Error("the variable CHROME must name the browser; `cargo xtask bench` sees to it");
  return spawn(CHROME, [
    ...(VC_CHROME_ARGUMENTS ?? "--headless --disable-gpu --no-first-run").split(" "),
    `--user-data-dir=${profile}`,
    "--js-flags=--expose-gc --max-old-space-size=4096",
    // Memory is measured at once, and not when the browser next finds the time.
    "--enable-blink-features=ForceEagerMeasureMemory",
    ...more,
  ], { stdio: ["ignore", "ignore", "ignore", ...pipes] });
}

/** A server of these files, each a URL or a text; what is sent to it is the report. */
function serve(files, requested) {
  let report;
  const reported = new Promise((resolve) => (report = resolve));
  const server = createServer((request, response) => {
    // Isolated pages have precise clocks, and may measure their memory.
    const headers = {
      "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp",
      "Cache-Control": "no-store",
    };
    if (request.method === "POST") {
      const parts = [];
      request.on("data", (part) => parts.push(part));
      request.on("end", () => {
        response.writeHead(204, headers).end();
        report(JSON.parse(Buffer.concat(parts).toString()));
      });
      return;
    }
    requested.add(request.url);
    const file = files[request.url];
    if (file === undefined) return void response.writeHead(404, headers).end();
    const type = TYPES[request.url.match(/\.\w+$/)?.[0] ?? ".html"];
    response.writeHead(200, { ...headers, "Content-Type": `${type}; charset=utf-8` });
    response.end(file instanceof URL ? readFileSync(file) : file);
  });
  return { server, reported };
}
