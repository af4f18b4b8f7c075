// The one script that a page loads: `<script type="module" src="…/vendor-compare.js"></script>`.
// It fetches the program from its own folder, wherever that is (files.js).
import init, { learn, mount, needsLater, opening, withoutProject } from "./app/vendor-compare.js";
import { browser } from "./effects.js";
import { define } from "./element.js";
import { engine, fetched } from "./files.js";
import { joining, teaching } from "./later.js";

define(async () => {
  const first = await init({ module_or_path: await fetched("app/vendor-compare_bg.wasm") });
  const later = async () => (await fetched("app/vendor-compare_later.wasm")).arrayBuffer();
  const outlines = async () => (await fetched("geography.txt")).text();
  const template = async (ofOthers) => (await fetched(ofOthers ? "template.html" : "vendor-compare.html")).text();
  const table = async (tag) => (await fetched(`languages/${tag}.json`)).text();
  const joined = joining(first, later);
  const teach = teaching(learn, joined, table);
  return { mount, needsLater, opening, withoutProject, teach, browser: browser(joined, outlines, template) };
}, engine);
