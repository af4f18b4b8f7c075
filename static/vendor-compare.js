// The one script that a page loads: `<script type="module" src="…/vendor-compare.js"></script>`.
// It fetches the program from its own folder, wherever that is.
import init, { mount, opening } from "./app/vendor-compare.js";
import { browser } from "./effects.js";
import { define, FetchError } from "./element.js";
import { joining } from "./later.js";

/** A part of the compiled program, as the server sends it. */
async function fetched(part) {
  const address = new URL(`app/${part}.wasm`, import.meta.url);
  try {
    const response = await fetch(address);
    if (response.ok) return response;
    throw new Error(`the answer was ${response.status}`);
  } catch (error) {
    throw new FetchError(`${address.href}: ${error.message}`);
  }
}

define(async () => {
  const first = await init({ module_or_path: await fetched("vendor-compare_bg") });
  const later = async () => (await fetched("vendor-compare_later")).arrayBuffer();
  return { mount, opening, browser: browser(joining(first, later)) };
});
