// Fetches a catalogue and loads it into an engine: in the worker, or in the page where there can be none.
import { Engine } from "./engine.js";

/** What `download` throws when there is nothing to be had. */
export class DownloadError extends Error {
  name = "DownloadError";
}

/**
 * Loads the catalogue at an address.
 *
 * @param onProgress told what is being done (`"fetching"`, then `"reading"`), how much is done, and of how much;
 *   `undefined` where that is not known.
 */
export async function open(src, { onProgress, signal }) {
  const bytes = await download(src, onProgress, signal);
  const name = new URL(src).pathname.split("/").pop() || src;
  return Engine.load(bytes, { name, signal, onProgress: (read, of) => onProgress("reading", read, of) });
}

async function download(src, onProgress, signal) {
  let response;
  try {
    response = await fetch(src, { signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new DownloadError(`${src} cannot be reached (${error.message}).`);
  }
  if (!response.ok) throw new DownloadError(`${src}: the server answered ${response.status}.`);
  // What is compressed on its way is longer than the server says.
  const isPlain = !response.headers.get("content-encoding");
  const length = isPlain ? Number(response.headers.get("content-length")) || undefined : undefined;
  // One piece of memory where the length is known: a large catalogue is not there twice.
  let whole = new Uint8Array(length ?? 1 << 20);
  let received = 0;
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (received + value.length > whole.length) {
        const longer = new Uint8Array(Math.max(received + value.length, whole.length * 2));
        longer.set(whole.subarray(0, received));
        whole = longer;
      }
      whole.set(value, received);
      received += value.length;
      onProgress("fetching", received, length >= received ? length : undefined);
    }
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new DownloadError(`${src} broke off (${error.message}).`);
  }
  return whole.subarray(0, received);
}
