// Fetches a catalogue and loads it into an engine: in the worker, or in the page where there can be none.
import { Engine } from "./engine.js";
import { joined } from "./several.js";
import { sha256 } from "./sha256.js";

/** What `download` throws when there is nothing to be had. */
export class DownloadError extends Error {
  name = "DownloadError";
}

/** What `open` throws when a catalogue is not what the page says that it is. */
export class IntegrityError extends Error {
  name = "IntegrityError";
  attribute = "integrity";
}

/**
 * Loads a catalogue.
 *
 * @param from `src`, the whole addresses of its files, with what they must hash to (`integrity`); or its `text`
 * @param onProgress told what is being done (`"fetching"`, then `"reading"`), how much is done, and of how much;
 *   `undefined` where that is not known.
 */
export async function open({ src, integrity, text }, { onProgress, signal }) {
  const options = { signal, onProgress: (read, of) => onProgress("reading", read, of) };
  // Decision records name the digest, and the file.
  if (text !== undefined) return Engine.load(text, { ...options, sha256: await sha256(text) });
  const files = await downloaded(src, onProgress, signal);
  if (integrity) for (const { name, bytes } of files) await check(name, bytes, integrity);
  return files.length === 1 ? ofOne(files[0], options) : ofSeveral(files, options);
}

async function ofOne({ name, bytes }, options) {
  return Engine.load(bytes, { ...options, name, sha256: await sha256(bytes) });
}

async function ofSeveral(files, options) {
  const read = files.map((file) => ({ ...file, value: parsed(file.bytes) }));
  // By itself, it is refused with the place of what is wrong.
  const broken = read.find(({ value }) => value === undefined);
  if (broken) return ofOne(broken, options);
  const { text, located } = joined(read);
  const name = `${files[0].name} + ${files.length - 1}`;
  return Engine.load(text, { ...options, name, sha256: await sha256(text), located });
}

/** The object in a file; nothing where there is none. */
function parsed(bytes) {
  try {
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return value && typeof value === "object" && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The files at some addresses, fetched side by side; how far they are is told of all together. One that fails ends all. */
async function downloaded(addresses, onProgress, signal) {
  const far = addresses.map(() => [0, undefined]);
  const all = new AbortController();
  const stop = () => all.abort(signal.reason);
  signal?.addEventListener("abort", stop);
  try {
    return await Promise.all(addresses.map(async (address, index) => {
      const told = (doing, ...progress) => {
        far[index] = progress;
        const sum = (place) => far.reduce((sum, one) => sum + one[place], 0);
        // Where one length is not known, the sum is none.
        onProgress(doing, sum(0), sum(1) || undefined);
      };
      const bytes = await download(address, told, all.signal);
      return { name: new URL(address).pathname.split("/").pop() || address, bytes };
    }));
  } catch (error) {
    all.abort(error);
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/** Refuses bytes whose hash is none of those named; as for scripts, only those of the strongest kind count. */
async function check(name, bytes, integrity) {
  const known = [...integrity.matchAll(/(?:^|\s)sha(256|384|512)-([\w+/-]+=*)(?=\s|$)/g)];
  if (known.length === 0) {
    throw new IntegrityError(`The attribute “integrity” is “${integrity}”. Write “sha256-”, “sha384-” or “sha512-” and the `
      + "hash in base64.");
  }
  if (!globalThis.crypto?.subtle) {
    throw new IntegrityError("The attribute “integrity” can be checked on a page that comes by https only.");
  }
  const strongest = known.map(([, bits]) => bits).sort().pop();
  const hash = new Uint8Array(await crypto.subtle.digest(`SHA-${strongest}`, bytes));
  const found = btoa(String.fromCharCode(...hash));
  const plain = (hash) => hash.replaceAll("-", "+").replaceAll("_", "/");
  if (!known.some(([, bits, hash]) => bits === strongest && plain(hash) === found)) {
    throw new IntegrityError(`The hash of ${name} is “sha${strongest}-${found}”, and the attribute “integrity” asks for “${integrity}”. Put `
      + "the right hash there, or the right file in its place.");
  }
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
