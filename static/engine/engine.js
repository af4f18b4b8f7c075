// The requirement engine's JavaScript API; engine.d.ts says what it promises. This file turns plain JavaScript into the
// few calls that the program has, and its numbers back into objects.
import init, { Bytes, Loading } from "./program.js";

const GROUPS = ["meets", "cannot_tell", "does_not_meet"];
const FIELDS = ["name", "summary", "certificates", "providers"];
const EVERYTHING = 0b1111;

/** How long a slice of loading may take, in milliseconds: half of a frame, so that a page can draw. */
const SLICE = 8;

export class CatalogueError extends Error {
  name = "CatalogueError";
  constructor(problems) {
    const [first] = problems;
    super(first ? `${place(first)}: ${first.message}${first.help ? `; ${first.help}` : ""}` : "");
    this.problems = problems;
  }
}

export class QueryError extends Error {
  name = "QueryError";
}

function place({ file, line, column, path }) {
  return [file, line > 0 && `${line}:${column}`, path].filter(Boolean).join(": ");
}

/** The program, once it has been started. */
let program;

function start(wasm) {
  return (program ??= (async () => init({ module_or_path: wasm ?? (await own()) }))().catch((error) => {
    program = undefined;
    throw error;
  }));
}

/** The program from beside this module: with vectors, where there are any. */
async function own() {
  const name = WebAssembly.validate(VECTORS) ? "engine_bg.wasm" : "engine-plain_bg.wasm";
  const address = new URL(name, import.meta.url);
  // Node.js fetches no files.
  const fs = address.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs");
  return fs ? fs.readFileSync(address) : fetch(address);
}

/** The smallest program that counts bits in a vector. */
const VECTORS = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

export class Engine {
  #memory;
  #catalogue;
  /** What the options of a row are, by row. */
  #options = new Map();
  #leftOut;

  /** Not for others: `Engine.load` makes engines. */
  constructor(memory, catalogue) {
    this.#memory = memory;
    this.#catalogue = catalogue;
  }

  static async load(catalogue, { name = "catalogue", asOf = today(), onProgress, signal, wasm } = {}) {
    const { memory } = await start(wasm);
    signal?.throwIfAborted();
    const text = typeof catalogue === "string" ? encoded(catalogue, memory) : copied(catalogue, memory);
    const loading = attempt(() => Loading.begin(name, text, asOf), unloadable);
    try {
      let count = 64;
      for (let isMore = true; isMore; ) {
        const begun = performance.now();
        isMore = loading.step(count);
        const took = performance.now() - begun;
        count = Math.max(1, Math.min(count * 2, Math.ceil((count * SLICE) / Math.max(took, 0.1))));
        onProgress?.(loading.read, loading.of);
        if (isMore) await pause();
        signal?.throwIfAborted();
      }
    } catch (error) {
      loading.free();
      throw error;
    }
    return new Engine(memory, loading.finish());
  }

  get size() {
    return this.#catalogue.size;
  }

  get leftOut() {
    return (this.#leftOut ??= JSON.parse(this.#catalogue.leftOut()));
  }

  get asOf() {
    return this.#catalogue.asOf;
  }

  get memory() {
    const { textBytes: text, indexBytes: index } = this.#catalogue;
    return { text, index, total: this.#memory.buffer.byteLength };
  }

  rows() {
    return JSON.parse(this.#catalogue.rows());
  }

  query({
    require = "", requireOrCannotTell = "", text = "", fields, sort = "name", descending = false,
    groups, offset = 0, limit = 50, options = [],
  } = {}) {
    const catalogue = this.#catalogue;
    attempt(() => catalogue.query(
      require, requireOrCannotTell, text, fields ? bits(fields, FIELDS, "field") : EVERYTHING, sort, descending,
      groups ? bits(groups, GROUPS, "group") : EVERYTHING, offset, Math.min(limit, 0xffff_ffff), options.join("\n"),
    ), unreadable);
    const ids = catalogue.ids.split("\n");
    const known = options.map((row) => this.#optionsOf(row));
    // Last, because whatever makes the memory grow takes a view of it away.
    const numbers = new Uint32Array(this.#memory.buffer, catalogue.numbers, catalogue.count);
    let from = 0;
    const group = (index) => ({ total: numbers[index], ids: ids.slice(from, (from += numbers[index + 3])) });
    const answer = { meets: group(0), cannot_tell: group(1), does_not_meet: group(2), options: {} };
    let at = 6;
    options.forEach((row, index) => {
      answer.options[row] = known[index].map(({ value, requirement }) => ({
        value, requirement, meets: numbers[at++], cannot_tell: numbers[at++],
      }));
    });
    return answer;
  }

  #optionsOf(row) {
    let options = this.#options.get(row);
    if (!options) this.#options.set(row, (options = JSON.parse(this.#catalogue.options(row))));
    return options;
  }

  profile(id) {
    const profile = this.#catalogue.profile(id);
    return profile && JSON.parse(profile);
  }

  explain(id, require) {
    return JSON.parse(attempt(() => this.#catalogue.explain(id, require), unreadable));
  }

  compare(ids) {
    return JSON.parse(attempt(() => this.#catalogue.compare(ids.join("\n")), unreadable));
  }

  /** Not for others: answers a question of the page, both as JSON. */
  window(question) {
    return attempt(() => this.#catalogue.window(question), unreadable);
  }

  free() {
    this.#catalogue.free();
  }
}

/** What a call returns; the text that it throws becomes an error of this kind. */
function attempt(call, error) {
  try {
    return call();
  } catch (thrown) {
    throw typeof thrown === "string" ? error(thrown) : thrown;
  }
}

const unreadable = (message) => new QueryError(message);
const unloadable = (problems) => new CatalogueError(JSON.parse(problems));

/** A text in the memory of the program. */
function encoded(text, memory) {
  const encoder = new TextEncoder();
  // Most texts are nearly ASCII. Where that is too little, three bytes a letter are always enough.
  const bytes = new Bytes(text.length + (text.length >> 6) + 64);
  let length = 0;
  for (let read = 0; ; ) {
    const room = new Uint8Array(memory.buffer, bytes.pointer + length, bytes.length - length);
    const step = encoder.encodeInto(read === 0 ? text : text.slice(read), room);
    read += step.read;
    length += step.written;
    if (read >= text.length) break;
    bytes.resize(length + (text.length - read) * 3);
  }
  bytes.resize(length);
  return bytes;
}

function copied(from, memory) {
  const bytes = new Bytes(from.length);
  new Uint8Array(memory.buffer, bytes.pointer, from.length).set(from);
  return bytes;
}

function bits(names, all, what) {
  let bits = 0;
  for (const name of names) {
    const bit = all.indexOf(name);
    if (bit < 0) throw new QueryError(`There is no ${what} "${name}"; there are ${all.join(", ")}.`);
    bits |= 1 << bit;
  }
  return bits;
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Lets others have a turn: a message comes back at once, where a timer would wait. */
function pause() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
