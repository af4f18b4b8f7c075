// Bytes that are written as letters; src/export/offline/letters.rs writes them, and says how.

const REPLACED = [0, 7, 8, 9, 10, 11, 12, 13, 0x1a, 0x1b, 0x22, 0x26, 0x3c, 0x7f];
const AT_THE_END = 0xa0;

/** The bytes that a text stands for. */
export function bytesOf(text) {
  // No letter stands for more than 14 bits.
  const bytes = new Uint8Array(text.length * 2);
  let [held, count, length] = [0, 0, 0];
  const take = (bits) => {
    held = (held << 7) | bits;
    count += 7;
    if (count >= 8) bytes[length++] = held >> (count -= 8);
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) take(code);
    else if (code < 0x100) take(REPLACED[code - AT_THE_END]);
    else {
      take(REPLACED[(code >> 7) - 2]);
      take(code & 0x7f);
    }
  }
  return bytes.subarray(0, length);
}
