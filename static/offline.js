// The script of the offline file: the same element, with the program inside it as bytes and the outlines of countries
// as a text, because a page opened from a disk may fetch nothing. The release build turns the imports into these.
import init, { mount, needsLater, opening } from "./app/vendor-compare.js";
import program from "./app/vendor-compare_bg.wasm";
import later from "./app/vendor-compare_later.wasm";
import { browser } from "./effects.js";
import { define } from "./element.js";
import geography from "./geography.txt";
import { joining } from "./later.js";

define(async () => {
  const first = await init({ module_or_path: program });
  return { mount, needsLater, opening, browser: browser(joining(first, async () => later), async () => geography) };
});
