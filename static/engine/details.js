// What the engine needs at times only, a program of its own: engine.js fetches this when it is needed for the first time.
import init, { compare, explain, leftOut, refused } from "./details/program.js";
import { bytesOf } from "./bytes.js";
import { programs } from "./programs.js";

const own = () => bytesOf(programs.details);

/** Starts the program, which is got by this call or lies beside this module. */
export async function start(get = own) {
  await init({ module_or_path: await get() });
  return { compare, explain, leftOut, refused };
}
