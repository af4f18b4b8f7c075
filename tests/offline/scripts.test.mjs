// The scripts of the offline file that need no browser, in Node.js.
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

/** A script of `static`, as a module whatever the version of Node.js takes its name for. */
async function script(name) {
  const source = readFileSync(new URL(`../../static/${name}`, import.meta.url));
  return import(`data:text/javascript;base64,${source.toString("base64")}`);
}

const hex = (bytes) => Buffer.from(bytes).toString("hex");

describe("SHA-256", async () => {
  const { digested, sha256 } = await script("engine/sha256.js");

  it("gives the digests of the standard's examples", () => {
    // FIPS 180-4, examples of NIST (SHA256.pdf, "Examples with Intermediate Values") and the two long ones of its
    // validation suite: nothing, and a million letters.
    const examples = [
      ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
      ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
      ["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"],
      ["abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"],
      ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
    ];
    for (const [text, digest] of examples) assert.equal(hex(digested(Buffer.from(text))), digest, text.slice(0, 60));
  });

  it("agrees with Node's at every length around the ends of blocks, and at random ones", () => {
    const random = Array.from({ length: 40 }, () => randomBytes(2).readUInt16BE());
    for (const length of [...Array(300).keys(), ...random]) {
      // Not at the beginning of its buffer, as a part of something larger.
      const bytes = randomBytes(length + 3).subarray(3);
      assert.equal(hex(digested(bytes)), createHash("sha256").update(bytes).digest("hex"), hex(bytes));
    }
  });

  it("is the browser's own where there is one, and the same without", async () => {
    const texts = ["", "abc", "Ä ist kein Zeichen von ASCII, 😀 keines von 16 Bit"];
    const digests = () => Promise.all(texts.map(sha256));
    const own = await digests();
    const { crypto } = globalThis;
    Object.defineProperty(globalThis, "crypto", { value: undefined, configurable: true });
    const without = await digests().finally(() => Object.defineProperty(globalThis, "crypto", { value: crypto, configurable: true }));
    assert.deepEqual(without, own);
    assert.equal(own[1], "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

describe("bytes in letters", async () => {
  const { bytesOf } = await script("offline/letters.js");

  it("are what src/export/offline/letters.rs has written, by the examples of its tests", () => {
    assert.deepEqual([...bytesOf("")], []);
    assert.deepEqual([...bytesOf("hiS ")], [0b1101_0001, 0b1010_0110, 0b1001_1010]);
    assert.deepEqual([...bytesOf("\u{168}\u{a0}")], [0b0000_0001, 0b1010_0000]);
  });
});
