// The script of an offline file over a catalogue of others: the engine reads the catalogue that is inside the file.
import { load } from "../engine/loading.js";
import { asking } from "../engine/service.js";
import { Engine } from "../engine/engine.js";
import { bytes, origin } from "./parts.js";
import { orTable, start } from "./start.js";

/** A file has no worker: the engine works in the page, in slices. */
async function service(_src, { onProgress, signal }) {
  const [wasm, catalogue] = await Promise.all([bytes("engine"), bytes("catalogue")]);
  const engine = await Engine.load(catalogue, {
    ...origin("catalogue"), signal, wasm, detailsWasm: () => bytes("details"),
    onProgress: (read, of) => onProgress("reading", read, of),
  });
  return { ask: async (question) => engine.window(question), close: () => engine.free() };
}

// A file keeps what belongs to it alone, whatever is in it.
const keeping = (browser) => browser;

start(async () => ({ load: (over) => load({ ...over, start: orTable(service) }), asking, keeping }));
