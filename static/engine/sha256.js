// SHA-256 (FIPS 180-4). Browsers offer their own to secure contexts only: to a file from a disk, but not to a page on a server
// of an intranet without TLS. There it is worked out here; tests/offline holds it against the standard's examples.

const bit = (number, places) => (number >>> places) | (number << (32 - places));

/** The first 32 bits of the fractional parts of the roots of the first primes: cube roots of 64, square roots of 8. */
function roots(count, power) {
  const found = [];
  for (let candidate = 2; found.length < count; candidate++) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor++) isPrime &&= candidate % divisor > 0;
    if (isPrime) found.push(((candidate ** power) % 1) * 2 ** 32 | 0);
  }
  return found;
}

const ROUNDS = roots(64, 1 / 3);
const BEGINNING = roots(8, 1 / 2);

/** The digest of a text or of bytes, as 64 hexadecimal digits. */
export async function sha256(of) {
  const bytes = typeof of === "string" ? new TextEncoder().encode(of) : of;
  const own = globalThis.crypto?.subtle;
  const digest = own ? new Uint8Array(await own.digest("SHA-256", bytes)) : digested(bytes);
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The digest of bytes, worked out here. */
export function digested(bytes) {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(length - 8, BigInt(bytes.length) * 8n);
  const state = Int32Array.from(BEGINNING);
  for (let at = 0; at < length; at += 64) compress(state, view, at);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => digest.setInt32(index * 4, word));
  return new Uint8Array(digest.buffer);
}

function compress(state, view, at) {
  const words = new Int32Array(64);
  for (let i = 0; i < 64; i++) {
    if (i < 16) {
      words[i] = view.getInt32(at + i * 4);
      continue;
    }
    const [before, after] = [words[i - 15], words[i - 2]];
    const s0 = bit(before, 7) ^ bit(before, 18) ^ (before >>> 3);
    const s1 = bit(after, 17) ^ bit(after, 19) ^ (after >>> 10);
    words[i] = words[i - 16] + s0 + words[i - 7] + s1;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = bit(e, 6) ^ bit(e, 11) ^ bit(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
    const s0 = bit(a, 2) ^ bit(a, 13) ^ bit(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] += word));
}
