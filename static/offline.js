// The script of the offline file: the same element, with the program inside it as bytes, because a
// page opened from a disk may fetch nothing. The release build turns the imports into those bytes.
import init, { mount, opening } from "./app/vendor-compare.js";
import program from "./app/vendor-compare_bg.wasm";
import later from "./app/vendor-compare_later.wasm";
import { browser } from "./effects.js";
import { define } from "./element.js";
import { joining } from "./later.js";

define(async () => {
  const first = await init({ module_or_path: program });
  return { mount, opening, browser: browser(joining(first, async () => later)) };
});
