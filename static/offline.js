// The script of the offline file: the same element, with the program inside it as bytes and the
// outlines of countries as a text, because a page opened from a disk may fetch nothing. The release build turns
// the imports into these.
import init, { mount, opening } from "./app/vendor-compare.js";
import bytes from "./app/vendor-compare_bg.wasm";
import geography from "./geography.txt";
import { define } from "./element.js";

define(async () => {
  await init({ module_or_path: bytes });
  return { mount, opening };
}, async () => geography);
