// The one script that a page loads: `<script type="module" src="…/vendor-compare.js"></script>`.
// It fetches the program from its own folder, wherever that is.
import init, { mount, needsLater, opening } from "./app/vendor-compare.js";
import { browser } from "./effects.js";
import { define, FetchError } from "./element.js";
import { joining } from "./later.js";

/** A file of our own folder, as the server sends it. */
async function fetched(file) {
  const address = new URL(file, import.meta.url);
  try {
    const response = await fetch(address);
    if (response.ok) return response;
    throw new Error(`the answer was ${response.status}`);
  } catch (error) {
    throw new FetchError(`${address.href}: ${error.message}`);
  }
}

define(async () => {
  const first = await init({ module_or_path: await fetched("app/vendor-compare_bg.wasm") });
  const later = async () => (await fetched("app/vendor-compare_later.wasm")).arrayBuffer();
  const outlines = async () => (await fetched("geography.txt")).text();
  const template = async () => (await fetched("vendor-compare.html")).text();
  return { mount, needsLater, opening, browser: browser(joining(first, later), outlines, template) };
});
