// "Verify this file": whether each part still is what it was when the file was made.
import { fingerprint, parts } from "./parts.js";
import { sha256 } from "../engine/sha256.js";

/** Shows the button, which needs this script. */
export function offerToVerify() {
  const button = document.getElementById("verify");
  const told = document.getElementById("verified");
  button.hidden = false;
  button.addEventListener("click", async () => {
    told.textContent = "One moment.";
    told.textContent = await verified();
  });
}

/** The result in words. */
async function verified() {
  const all = parts();
  const wrong = [];
  for (const { name, digest, content } of all) {
    // What is damaged may not even unpack.
    const found = await content().then(sha256).catch(() => "");
    if (found !== digest) wrong.push(name);
  }
  if (wrong.length > 0) {
    return `This file is damaged: ${wrong.join(", ")}: not what was put into it. Get it again from where it came.`;
  }
  return `All ${all.length} parts are what was put into this file. Its fingerprint is ${await fingerprint()}. `
    + "Compare it with the one that its maker tells you in another way: a file that somebody has changed on purpose "
    + "can say anything about itself.";
}
