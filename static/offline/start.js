// Starts the element over what is inside this file.
import init, { learn, mount, needsLater, opening, withoutProject } from "../app/vendor-compare.js";
import { browser } from "../effects.js";
import { define } from "../element.js";
import { StartError } from "../errors.js";
import { joining, teaching } from "../later.js";
import { lock } from "./lock.js";
import { bytes, fingerprint, text } from "./parts.js";
import { offerToVerify } from "./verify.js";

/** What the element begins with, unless the visitor has gone on from there: a link form, and a project. */
const SENT = ["link", "project"];

/**
 * Starts the element.
 *
 * @param engine brings what loads the catalogue of others, where the file has one
 */
export function start(engine = none) {
  lock();
  offerToVerify();
  // The table for readers without scripts stands aside.
  document.documentElement.classList.add("starting");
  define(orTable(async () => {
    const first = await init({ module_or_path: await bytes("program") });
    const outlines = async () => new TextDecoder().decode(await bytes("outlines"));
    const table = async (tag) => new TextDecoder().decode(await bytes(`language-${tag}`));
    const joined = joining(first, () => bytes("later"));
    const own = browser(joined, outlines, async () => thisFile());
    const teach = teaching(learn, joined, table);
    const kept = keeping(own, await fingerprint());
    return { mount: orTable(mount), needsLater, opening, withoutProject, teach, browser: kept };
  }), engine);
}

async function none() {
  throw new StartError("This file has no catalogue but its own.");
}

/** The same, but the table comes back where it fails. */
export function orTable(call) {
  const back = (error) => {
    document.documentElement.classList.remove("starting");
    throw error;
  };
  return (...values) => {
    try {
      const result = call(...values);
      return result instanceof Promise ? result.catch(back) : result;
    } catch (error) {
      return back(error);
    }
  };
}

/** This file as it was before it was started. Others are made from it. */
function thisFile() {
  const root = document.documentElement.cloneNode(true);
  root.removeAttribute("class");
  root.querySelector("#verify").hidden = true;
  root.querySelector("#verified").replaceChildren();
  return `<!doctype html>\n${root.outerHTML}\n`;
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
