// A fresh Chromium that is steered by its own protocol, through a pipe: pages from a disk, and those whose policy forbids
// them to report, are measured from outside.

import { browser } from "./chromium.mjs";

/** How long the page may take until it reports. */
const PATIENCE = 120_000;

/**
 * Opens an address in a fresh browser. What is awaited of `window.measured`, which the script sets.
 *
 * @param script runs before the page's own
 * @param slower how many times as slow the processor is made: 1 for as it is
 */
export async function opened(address, script, slower) {
  const { process, close } = browser("about:blank", ["--remote-debugging-pipe"], ["pipe", "pipe"]);
  const line = connected(process);
  try {
    const { targetInfos } = await line.ask("Target.getTargets");
    const { targetId } = targetInfos.find(({ type }) => type === "page");
    const { sessionId } = await line.ask("Target.attachToTarget", { targetId, flatten: true });
    const ask = (method, params) => line.ask(method, params, sessionId);
    await ask("Page.enable");
    await ask("Page.addScriptToEvaluateOnNewDocument", { source: script });
    await ask("Emulation.setCPUThrottlingRate", { rate: slower });
    const { errorText } = await ask("Page.navigate", { url: address });
    if (errorText) throw new Error(`${address} does not open: ${errorText}`);
    const asked = { expression: "window.measured", awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await ask("Runtime.evaluate", asked);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await close();
  }
}

/** The connection: messages of JSON, each ended by a zero. */
function connected({ stdio: [, , , to, from] }) {
  const waiting = new Map();
  let [last, text] = [0, ""];
  const fail = (why) => waiting.forEach(({ reject }) => reject(new Error(why)));
  from.setEncoding("utf8").on("data", (piece) => {
    const messages = (text + piece).split("\0");
    text = messages.pop();
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) reject?.(new Error(error.message));
      else resolve?.(result);
    }
  });
  from.on("close", () => fail("the browser ended without a result"));
  to.on("error", ({ message }) => fail(message));
  const ask = (method, params = {}, sessionId) => new Promise((resolve, reject) => {
    const timer = setTimeout(reject, PATIENCE, new Error(`${method}: no answer after ${PATIENCE / 1000} s`));
    const done = (call) => (value) => {
      clearTimeout(timer);
      call(value);
    };
    waiting.set((last += 1), { resolve: done(resolve), reject: done(reject) });
    to.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  });
  return { ask };
}
