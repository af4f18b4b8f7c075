// Starts the element over what is inside this file.
import init, { mount, needsLater, opening } from "../app/vendor-compare.js";
import { browser } from "../effects.js";
import { define } from "../element.js";
import { joining } from "../later.js";
import { lock } from "./lock.js";
import { bytes, fingerprint, text } from "./parts.js";
import { offerToVerify } from "./verify.js";

/** What the element begins with, unless the visitor has gone on from there: a link form, and a project. */
const SENT = ["link", "project"];

/**
 * Starts the element.
 *
 * @param engine brings what loads the catalogue of others, where the file has one.
 */
export function start(engine) {
  lock();
  offerToVerify();
  // The table for readers without scripts stands aside, and comes back if this one cannot start either.
  const root = document.documentElement;
  root.classList.add("starting");
  define(async () => {
    try {
      const first = await init({ module_or_path: await bytes("program") });
      const outlines = async () => new TextDecoder().decode(await bytes("outlines"));
      const own = browser(joining(first, () => bytes("later")), outlines);
      return { mount, needsLater, opening, browser: keeping(own, await fingerprint()) };
    } catch (error) {
      root.classList.remove("starting");
      throw error;
    }
  }, engine);
}

/**
 * What the browser keeps, apart from that of other files, with which a browser may let this one share its storage; and
 * where it keeps nothing yet, what was sent inside the file.
 */
function keeping(own, file) {
  return {
    ...own,
    kept: (name) => own.kept(`${name} ${file}`) ?? text(SENT.find((what) => name.endsWith(what))),
    keep: (name, kept) => own.keep(`${name} ${file}`, kept),
  };
}
