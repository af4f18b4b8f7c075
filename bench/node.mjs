// The part that runs in Node: one process for each contender and size, so that none inherits another's memory.

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { quantile } from "./measure.mjs";
import { answersFile, catalogueFile } from "./stock.mjs";

/**
 * Measures one contender on one catalogue.
 *
 * @param contender `module`, the URL of what is bundled, and `source`, the URL that its assets are relative to
 * @returns what `child.mjs` reports; `load` is the median of three processes
 */
export async function inNode({ module, source }, size, options) {
  const job = {
    module: module.href, source: source.href, catalogue: catalogueFile(size).href, answers: answersFile(size).href,
    options,
  };
  const result = await child({ ...job, task: "all" });
  const loads = [result.load];
  while (loads.length < options.loads) loads.push((await child({ ...job, task: "load" })).load);
  return { ...result, load: quantile(loads, 0.5), loads };
}

/** Runs a job in a process of its own. */
export function child(job) {
  return new Promise((resolve, reject) => {
    const execArgv = ["--expose-gc", "--max-old-space-size=6144"];
    const process = fork(fileURLToPath(new URL("child.mjs", import.meta.url)), { execArgv });
    process.once("message", resolve);
    process.once("exit", (code) => reject(new Error(`the process ended (${code}) without a result`)));
    process.send(job);
  });
}
