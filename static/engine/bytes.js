/** The bytes of a file that lies beside a module, or an answer with them. */
export async function bytesOf(address) {
  // Node.js fetches no files.
  const fs = address.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs");
  return fs ? fs.readFileSync(address) : fetch(address);
}
