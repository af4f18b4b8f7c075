// The script of the offline file: the same element, with the program inside it as bytes, because a
// page opened from a disk may fetch nothing. The release build turns the import into those bytes.
import init, { mount, opening } from "./app/vendor-compare.js";
import bytes from "./app/vendor-compare_bg.wasm";
import { define } from "./element.js";

define(async () => {
  await init({ module_or_path: bytes });
  return { mount, opening };
});
