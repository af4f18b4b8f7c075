// Where the files of the program are: beside this script, unless the page names another folder with
// `<meta name="vendor-compare-files" content="/vendor-compare/">`, as where scripts are combined into one.
import { FetchError } from "./errors.js";

const folder = document.querySelector("meta[name=vendor-compare-files]")?.content;

/** Each is written out, because bundlers find files by such words and publish them with the rest. */
const BESIDE = {
  "app/vendor-compare_bg.wasm": new URL("./app/vendor-compare_bg.wasm", import.meta.url),
  "app/vendor-compare_later.wasm": new URL("./app/vendor-compare_later.wasm", import.meta.url),
  "geography.txt": new URL("./geography.txt", import.meta.url),
  "languages/de.json": new URL("./languages/de.json", import.meta.url),
  "languages/fr.json": new URL("./languages/fr.json", import.meta.url),
  "template.html": new URL("./template.html", import.meta.url),
  "vendor-compare.html": new URL("./vendor-compare.html", import.meta.url),
};

function inFolder(file) {
  return new URL(file, new URL(folder, document.baseURI));
}

/** A file, as the server sends it. */
export async function fetched(file) {
  const address = folder === undefined ? BESIDE[file] : inFolder(file);
  try {
    const response = await fetch(address);
    if (response.ok) return response;
    throw new Error(`the answer was ${response.status}`);
  } catch (error) {
    throw new FetchError(`${address.href}: ${error.message}`);
  }
}

/** What loads the catalogue of a page, which comes only where there is one. */
export async function engine() {
  try {
    if (folder === undefined) return await import("./engine/loading.js");
    return await import(/* @vite-ignore */ inFolder("engine/loading.js").href);
  } catch (error) {
    throw new FetchError(`engine/loading.js: ${error.message}`);
  }
}
