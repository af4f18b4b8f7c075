// The script of the page that measures one contender in a browser; `chromium.mjs` serves it.

import { asking, loading, parsing } from "./measure.mjs";

const json = async (path) => (await fetch(path)).json();

async function perform() {
  const { task, ...options } = await json("/job.json");
  // Not bundled in: each contender is a module of its own.
  const path = "/contender.js";
  const contender = await import(path);
  const env = {
    isNode: false,
    assetUrl: (key) => new URL(`/assets/${key}.wasm`, location.href).href,
    assetBytes: async (key) => new Uint8Array(await (await fetch(env.assetUrl(key))).arrayBuffer()),
  };
  const neutral = await (await fetch("/catalogue.json")).text();
  const text = contender.prepare ? await contender.prepare(neutral) : neutral;
  if (task === "load") return { load: await loading(contender, text, env) };
  const answers = await json("/answers.json");
  const before = await held();
  const parse = parsing(text);
  const load = await loading(contender, text, env);
  const loaded = await held();
  const asked = await asking(contender, answers, options);
  return {
    bytes: new Blob([text]).size, parse, load, ...asked,
    memory: { loaded: loaded - before, asked: await held() - before, own: contender.memory?.() },
    browser: navigator.userAgent,
  };
}

/** What the objects of this page hold, in bytes, when all rubbish is gone; the memory of a program in WASM is not in it. */
async function held() {
  for (let i = 0; i < 3; i++) globalThis.gc();
  return performance.memory ? (await performance.measureUserAgentSpecificMemory()).bytes : NaN;
}

const report = await perform().catch((error) => ({ error: `${error}\n${error.stack}` }));
await fetch("/", { method: "POST", body: JSON.stringify(report) });
