// A process that does one job of the Node part and reports it. `node.mjs` starts it.

import { readFileSync } from "node:fs";
import { asking, loading, parsing } from "./measure.mjs";
import { checkGroups } from "./groups.mjs";
import { byRequirements } from "./growth.mjs";

process.once("message", async (job) => {
  const result = await perform(job).catch((error) => ({ error: error.stack }));
  // Only when the message has been handed over: it may be large.
  process.send(result, () => process.exit());
});

async function perform({ module, source, catalogue, answers, task, options }) {
  const contender = await import(module);
  const env = { isNode: true, assetBytes: async (key) => readFileSync(new URL(contender.assets[key], source)) };
  const neutral = readFileSync(new URL(catalogue), "utf8");
  const text = contender.prepare ? await contender.prepare(neutral) : neutral;
  if (task === "load") return { load: await loading(contender, text, env) };
  const before = held();
  const parse = parsing(text);
  const load = await loading(contender, text, env);
  if (task === "groups") return checkGroups(contender.engine, options);
  if (task === "requirements") return byRequirements(contender.engine, options);
  const loaded = held();
  const asked = await asking(contender, JSON.parse(readFileSync(new URL(answers), "utf8")), options);
  return {
    bytes: Buffer.byteLength(text), parse, load, ...asked,
    memory: { loaded: loaded - before, asked: held() - before, own: contender.memory?.() },
  };
}

/** What this process holds, in bytes, when all rubbish is gone; the memory of a program in WASM is in it. */
function held() {
  for (let i = 0; i < 3; i++) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
