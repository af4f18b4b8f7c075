// The one script that a page loads: `<script type="module" src="…/vendor-compare.js"></script>`.
// It fetches the program from its own folder, wherever that is.
import init, { mount, opening } from "./app/vendor-compare.js";
import { define, FetchError } from "./element.js";

/** The compiled program, as the server sends it. */
async function fetched() {
  const address = new URL("app/vendor-compare_bg.wasm", import.meta.url);
  try {
    const response = await fetch(address);
    if (response.ok) return response;
    throw new Error(`the answer was ${response.status}`);
  } catch (error) {
    throw new FetchError(`${address.href}: ${error.message}`);
  }
}

define(async () => {
  await init({ module_or_path: await fetched() });
  return { mount, opening };
});
