// A loaded catalogue, and questions to it: the engine in a worker; in the page itself, in slices, where no worker can
// be made.
import { places } from "./programs.js";

/** How long a question waits for the next one while somebody types, in milliseconds. */
const TYPING = 150;

/**
 * Loads a catalogue.
 *
 * @param from `src`, its whole address, with `integrity`; or its `text`
 * @returns a service: `ask(question)` resolves to the answer, both JSON; `close()` frees the catalogue.
 */
export async function start(from, options) {
  const worker = await working();
  return worker ? inWorker(worker, from, options) : inPage(from, options);
}

let policy;

/** Where a page has scripts pass a policy first, the worker passes ours, which sees no addresses but our own. */
function trusted(address) {
  const createScriptURL = (address) => address;
  policy ??= globalThis.trustedTypes?.createPolicy("vendor-compare", { createScriptURL }) ?? { createScriptURL };
  return policy.createScriptURL(address);
}

/** A worker that works, or nothing. */
async function working() {
  const address = new URL("./worker.js", import.meta.url);
  let blob;
  try {
    // A worker may only be made from the page's own origin; such a one may import from elsewhere.
    if (address.origin !== location.origin) {
      const text = `import ${JSON.stringify(address.href)}`;
      blob = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    }
    const worker = new Worker(trusted(blob ?? address.href), { type: "module" });
    const works = await new Promise((resolve) => {
      worker.onmessage = () => resolve(true);
      worker.onerror = (event) => {
        event.preventDefault();
        resolve(false);
      };
    });
    if (works) return worker;
    worker.terminate();
  } catch {
    // The page's policy forbids it, or this browser has no such workers.
  } finally {
    if (blob) URL.revokeObjectURL(blob);
  }
  return undefined;
}

function inWorker(worker, from, { onProgress, signal }) {
  const waiting = new Map();
  let asked = 0;
  let end;
  const service = {
    ask: (question) => new Promise((resolve, reject) => {
      if (end) return reject(end);
      waiting.set(++asked, { resolve, reject });
      worker.postMessage({ question, number: asked });
    }),
    close: () => worker.terminate(),
  };
  return new Promise((resolve, reject) => {
    const fail = (error) => {
      end = error;
      worker.terminate();
      reject(error);
      waiting.forEach((one) => one.reject(error));
    };
    signal.addEventListener("abort", () => fail(signal.reason));
    worker.onerror = ({ message }) => fail(new Error(message || "the worker has stopped"));
    worker.onmessage = ({ data: { progress, loaded, number, answer, wrong } }) => {
      const one = waiting.get(number);
      waiting.delete(number);
      if (progress) onProgress(...progress);
      else if (loaded) resolve(service);
      else if (!wrong) one.resolve(answer);
      else if (one) one.reject(Object.assign(new Error(), wrong));
      else fail(Object.assign(new Error(), wrong));
    };
    worker.postMessage({ from, places: places() });
  });
}

async function inPage(from, options) {
  const { open } = await import("./catalogue.js");
  const engine = await open(from, options);
  return { ask: async (question) => engine.window(question), close: () => engine.free() };
}

/**
 * What the page asks a service with: only the newest question counts, and a second one soon after the first waits for
 * what else is typed. `tell` names who gets the answers.
 */
export function asking(service) {
  let instance;
  let newest;
  let timer;
  let last = 0;
  let isBusy = false;
  const send = async () => {
    if (isBusy || !newest) return;
    const question = newest;
    newest = undefined;
    isBusy = true;
    try {
      const answer = await service.ask(question);
      if (!newest) instance?.answered(question, answer);
    } catch (error) {
      instance?.failed(`The engine could not answer. ${error.message}`);
    }
    isBusy = false;
    send();
  };
  return {
    ask(question) {
      newest = question;
      clearTimeout(timer);
      const now = performance.now();
      timer = setTimeout(send, now - last < TYPING ? TYPING : 0);
      last = now;
    },
    tell(whom) {
      instance = whom;
    },
    close() {
      clearTimeout(timer);
      instance = newest = undefined;
      service?.close();
      service = undefined;
    },
  };
}
