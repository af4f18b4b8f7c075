// Where the compiled programs are: beside this module, unless another place is told. The worker is told by the page,
// because bundlers of others publish the files by names of their own, and the worker as it is.

/** Each is written out, because bundlers find files by such words. */
export const programs = {
  engine: new URL("./engine_bg.wasm", import.meta.url),
  plain: new URL("./engine-plain_bg.wasm", import.meta.url),
  details: new URL("./details_bg.wasm", import.meta.url),
};

/** The addresses as texts, for another thread. */
export function places() {
  return Object.fromEntries(Object.entries(programs).map(([name, address]) => [name, address.href]));
}

/** Takes over what `places` gave. */
export function place(places) {
  for (const [name, address] of Object.entries(places)) programs[name] = new URL(address);
}
