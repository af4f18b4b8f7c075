// The parts of this file, each with the SHA-256 of what is in it: script, style, the table for readers without scripts, and
// blocks of data, most of them packed (gzip) and written in letters.
import { StartError } from "../errors.js";
import { bytesOf } from "./letters.js";
import { sha256 } from "../engine/sha256.js";

const block = (name) => document.getElementById(`vc-${name}`);

/** All parts of the file, with what they are called. */
export function parts() {
  return [...document.querySelectorAll("[data-sha256]")].map((node) => ({
    name: node.id.slice(3),
    digest: node.dataset.sha256,
    content: () => content(node),
  }));
}

/** A part, as bytes. */
export const bytes = (name) => content(block(name));

/** What a part was made of, and its digest. */
export const origin = (name) => ({ name: block(name).dataset.name, sha256: block(name).dataset.sha256 });

/** A part that is text, if the file has it. */
export const text = (name) => (block(name)?.textContent || undefined);

/** One number for all that is in the file; `catalogue bundle` prints it as well. */
export function fingerprint() {
  return sha256(parts().map(({ name, digest }) => `${digest}  ${name}\n`).join(""));
}

async function content(node) {
  if (node.type !== "application/gzip") return new TextEncoder().encode(node.textContent);
  if (typeof DecompressionStream !== "function") {
    throw new StartError("This browser cannot unpack what is inside this file. Use Chrome or Edge 80, Firefox 113, "
      + "Safari 16.4, or a later version of one of them. The comparison is here as a table.");
  }
  const packed = new Blob([bytesOf(node.textContent)]).stream();
  return new Uint8Array(await new Response(packed.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}
