// The requirement engine's JavaScript API; engine.d.ts says what it promises. This file turns plain JavaScript into the
// few calls that the program has, and its numbers back into objects.
import init, { Bytes, Loading } from "./program.js";
import { bytesOf } from "./bytes.js";
import { programs } from "./programs.js";

const GROUPS = ["meets", "cannot_tell", "does_not_meet"];
const FIELDS = ["name", "summary", "certificates", "providers"];
const EVERYTHING = 0b1111;

/** So many problems the page shows of what is left out. */
const TOLD = 10;

/** How long a slice of loading may take, in milliseconds: half of a frame, so that a page can draw. */
const SLICE = 8;

export class CatalogueError extends Error {
  name = "CatalogueError";
  constructor(problems) {
    super(problems.length > 0 ? line(problems[0]) : "");
    this.problems = problems;
  }
}

export class QueryError extends Error {
  name = "QueryError";
}

/** A problem in a line. */
function line({ file, line, column, path, message, help }) {
  const place = [line > 0 ? `${file}:${line}:${column}` : file, path].filter(Boolean).join(": ");
  return `${place}: ${message}${help ? `; ${help}` : ""}`;
}

/** The program, once it has been started. */
let program;

function start(wasm) {
  return (program ??= (async () => init({ module_or_path: wasm ?? (await own()) }))().catch((error) => {
    program = undefined;
    throw error;
  }));
}

/** The program: with vectors, where there are any. */
function own() {
  return bytesOf(WebAssembly.validate(VECTORS) ? programs.engine : programs.plain);
}

/** What is needed at times only: reasons, comparisons, and the words for what is wrong. */
let details;

function detailed(get) {
  return (details ??= import("./details.js").then(({ start }) => start(get)).catch((error) => {
    details = undefined;
    throw error;
  }));
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
  #details;
  #leftOut = { total: 0, first: [] };

  /** Not for others: `Engine.load` makes engines. */
  constructor(memory, catalogue, details) {
    this.#memory = memory;
    this.#catalogue = catalogue;
    this.#details = details;
  }

  /**
   * For the page alone: `sha256`, the digest of the text, which it hands on; `located`, which tells where the place of a
   * problem comes from.
   */
  static async load(
    catalogue, { name = "catalogue", asOf = today(), onProgress, signal, wasm, detailsWasm, sha256, located } = {},
  ) {
    const { memory } = await start(wasm);
    signal?.throwIfAborted();
    const text = typeof catalogue === "string" ? encoded(catalogue, memory) : copied(catalogue, memory);
    const loading = Loading.begin(name, text, asOf);
    const details = () => detailed(detailsWasm);
    if (!loading) throw await refusal(await details(), name, catalogue, asOf, located);
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
    const loaded = loading.finish();
    if (sha256) loaded.identify(sha256);
    const engine = new Engine(memory, loaded, details);
    await engine.#tellLeftOut(name, located);
    return engine;
  }

  /** Gets the words for what is wrong with providers that are left out. */
  async #tellLeftOut(name, located = (problem) => problem) {
    const total = this.#catalogue.leftOut;
    if (total === 0) return;
    const report = this.#catalogue.report();
    const { text, places } = report;
    report.free();
    const first = JSON.parse((await this.#details()).leftOut(name, text, places));
    for (const one of first) one.problems = one.problems.map(located);
    this.#leftOut = { total, first };
    this.#catalogue.tell(first.flatMap(({ problems }) => problems.map(line)).slice(0, TOLD).join("\n"));
  }

  get size() {
    return this.#catalogue.size;
  }

  get leftOut() {
    return this.#leftOut;
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

  async explain(id, require) {
    return this.#detail([id], require, (details, excerpt) => details.explain(excerpt, id, require, this.asOf));
  }

  async compare(ids) {
    return this.#detail(ids, "", (details, excerpt) => details.compare(excerpt, ids.join("\n"), this.asOf));
  }

  /** What the details make of some vendors; what is wrong with the question is found before they are fetched. */
  async #detail(ids, require, call) {
    const excerpt = attempt(() => this.#catalogue.excerpt(ids.join("\n"), require), unreadable);
    const details = await this.#details();
    return JSON.parse(attempt(() => call(details, excerpt), unreadable));
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

/** Why a text is no catalogue. */
function refusal(details, name, catalogue, asOf, located = (problem) => problem) {
  const bytes = typeof catalogue === "string" ? new TextEncoder().encode(catalogue) : catalogue;
  return new CatalogueError(JSON.parse(details.refused(name, bytes, asOf)).map(located));
}

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
