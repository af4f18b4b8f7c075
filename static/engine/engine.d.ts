/**
 * The requirement engine without any page: load a catalogue, ask, compare, explain. It runs in browsers, in workers and
 * in Node.js 20.16 or newer. `docs/engine.md` begins at the beginning.
 *
 * @example
 * import { Engine } from "./engine/engine.js";
 * const engine = await Engine.load(await (await fetch("catalogue.json")).text());
 * const answer = engine.query({ require: "region in EEA; ret-personal <= P90D", options: ["cert-own"] });
 * console.log(answer.meets.total, answer.meets.ids, answer.options["cert-own"]);
 */

/** The three groups: who meets all requirements, of whom it cannot be told, who does not meet one. */
export type Group = "meets" | "cannot_tell" | "does_not_meet";

/** Where words are looked for. */
export type Field = "name" | "summary" | "certificates" | "providers";

/** How a catalogue is loaded. */
export interface LoadOptions {
  /** What problems call the catalogue: its file name or address. `"catalogue"` if absent. */
  name?: string;
  /** The day as of which requirements are judged, `YYYY-MM-DD`. Today, by this machine's clock, if absent. */
  asOf?: string;
  /** Told after each slice how many providers have been read, and how many there are. */
  onProgress?: (read: number, of: number) => void;
  /** Stops the loading between two slices; the promise is rejected with the reason of the signal. */
  signal?: AbortSignal;
  /** The program, where it cannot be fetched from beside this module. It is started once, by the first load. */
  wasm?: BufferSource | WebAssembly.Module;
  /** Gets the details (`details_bg.wasm`), where they cannot be fetched from beside this module: a second program, called
   * for when one of its answers is needed for the first time, which are an explanation, a comparison, and the words for
   * what is wrong with a catalogue. */
  detailsWasm?: () => BufferSource | WebAssembly.Module | Promise<BufferSource | WebAssembly.Module>;
}

/** What is wrong in a catalogue. */
export interface Problem {
  file: string;
  /** From 1; 0 where the place is not known. */
  line: number;
  /** From 1, in characters; 0 where the place is not known. */
  column: number;
  /** The JSON path, for instance `providers[3].claims[0].value`; `documents: ` and the path inside for a
   * document that is cited; empty for the whole text. */
  path: string;
  message: string;
  /** The remedy, where one is known. */
  help?: string;
}

/** A provider that is left out because something is wrong with it, or with a document that it cites. */
export interface LeftOut {
  /** Its place in the list of providers, from 0. */
  index: number;
  problems: Problem[];
}

/**
 * Thrown where a catalogue cannot be loaded: it is no JSON or no UTF-8, or something is wrong with the sections,
 * certifications, places or groups, which all providers share, or `asOf` is no day.
 */
export class CatalogueError extends Error {
  readonly problems: Problem[];
}

/**
 * Thrown where requirements, ids or other parts of a question cannot be read. The message says what is wrong, and,
 * as far as that is known, where and what to do.
 */
export class QueryError extends Error {}

/** A question. Everything may be left out. */
export interface Query {
  /** Requirements in the grammar, separated by semicolons. All of them must hold. */
  require?: string;
  /** Further requirements; whoever cannot be told stays in the running as if they met them, and counts as such. */
  requireOrCannotTell?: string;
  /** Words that a vendor must have, each at least as the beginning of one. Case and marks do not matter. Who does
   * not have them is in no group and in no count. */
  text?: string;
  /** Where to look for the words; everywhere if absent. */
  fields?: Field[];
  /** `"name"` (the default), `"coverage"` (how many rows say something, fewest first), or the id of a row of durations,
   * percentages, numbers or dates. By a row, stated values come before inherited ones, these before optional ones; then
   * comes what is denied, and last what is not stated, in both directions. Ties stand by id. */
  sort?: string;
  descending?: boolean;
  /** The groups whose ids are wanted; all three if absent, none if empty. Totals are told of all. */
  groups?: Group[];
  /** Which ids of each group are wanted: `limit` (50 if absent) from `offset` (0 if absent). */
  offset?: number;
  limit?: number;
  /** The ids of the rows whose options are counted. */
  options?: string[];
}

/** One of the three groups. */
export interface GroupAnswer {
  total: number;
  /** The page that was asked for; empty where the group was not. */
  ids: string[];
}

/**
 * What could be required on a row, and what that would leave together with the text and with what is required on other
 * rows. What is required on the row itself is ignored.
 *
 * Rows of places have each place that is named and each group of the catalogue; rows of certificates, providers and ids
 * each value that is named; booleans `yes`, `no` and their further values. A value is named where a vendor has one
 * claim on the row that lists it, as stated, inherited or optional.
 */
export interface OptionCount {
  /** The value as the requirement names it, for instance `DE` or `iso-27001`. */
  value: string;
  /** The requirement in the grammar. */
  requirement: string;
  /** How many vendors would meet it, with all the rest. */
  meets: number;
  /** Of how many it could not be told. */
  cannot_tell: number;
}

export interface Answer {
  meets: GroupAnswer;
  cannot_tell: GroupAnswer;
  does_not_meet: GroupAnswer;
  /** By row, as asked for; an empty list where rows of this type have no options. */
  options: Record<string, OptionCount[]>;
}

/** A row of the catalogue. */
export interface Row {
  id: string;
  section: string;
  name: string;
  type: string;
}

/** What one vendor gets, and why. */
export interface Explanation {
  vendor: string;
  name: string;
  outcome: Group;
  requirements: {
    requirement: string;
    verdict: Group;
    /** Sentences; the first decides. */
    reasons: string[];
    evidence: { row: string; document: string; section: string }[];
  }[];
}

/** A loaded catalogue. */
export class Engine {
  private constructor();
  /**
   * Loads a catalogue by the published schema: its text, or its bytes in UTF-8. Reads providers in slices, so that a
   * page can draw in between; the beginning, where the text is taken over, and the end are one piece each. Providers
   * with something wrong are left out and told in {@link Engine.leftOut}; the rest is there.
   *
   * @throws {CatalogueError}
   */
  static load(catalogue: string | Uint8Array, options?: LoadOptions): Promise<Engine>;
  /** How many vendors there are. */
  readonly size: number;
  /** How many providers are left out, and why, of the first hundred. */
  readonly leftOut: { total: number; first: LeftOut[] };
  /** The day as of which requirements are judged. */
  readonly asOf: string;
  /** Memory in bytes: the kept text; the index beside it, with the orders and options that have been asked for; and all
   * that the program has got from the machine, which every engine of this module shares, and which also holds verdicts that
   * are kept for the next question (about 6 MiB at most). */
  readonly memory: { text: number; index: number; total: number };
  /** The rows of the catalogue, in its order. */
  rows(): Row[];
  /**
   * Answers a question.
   *
   * @throws {QueryError}
   */
  query(query?: Query): Answer;
  /** The profile of a vendor, as the catalogue has it; `undefined` where there is no such vendor. */
  profile(id: string): object | undefined;
  /**
   * Why a vendor stands where it stands.
   *
   * @throws {QueryError} also where there is no such vendor
   */
  explain(id: string, require: string): Promise<Explanation>;
  /**
   * Vendors side by side, row by row, in the form that the command line prints with `compare --json`.
   *
   * @throws {QueryError} where there is no such vendor
   */
  compare(ids: string[]): Promise<object>;
  /** Frees what the engine holds. It cannot be used any more. */
  free(): void;
}
