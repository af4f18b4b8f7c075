// The words on a start that failed: what kept the program from it, and what can be done.

import { FetchError, StartError } from "./errors.js";

/** How the words look. A stylesheet is what may be missing, so they bring their own. */
const STATUS_STYLE = "max-width: 38rem; margin: 1rem auto; padding: .5rem 1rem; line-height: 1.6;"
  + " border-inline-start: .25rem solid";

/** The words as they stand on the page. */
export function said(words) {
  const status = document.createElement("p");
  status.setAttribute("role", "alert");
  // In English, whatever the page around is in.
  status.lang = "en";
  status.dir = "ltr";
  status.style.cssText = STATUS_STYLE;
  status.textContent = words;
  return status;
}

/** Says in words what kept the program from starting, and what can be done about it. */
export function explain(error) {
  const start = "The vendor comparison could not start. ";
  if (typeof WebAssembly !== "object") {
    return start + "It needs WebAssembly, which this browser does not have or has turned off. "
      + "Use a current version of Chrome, Edge, Firefox or Safari, or ask whoever manages this "
      + "browser to allow WebAssembly.";
  }
  // Chrome and Safari spell it out; Firefox says "blocked by CSP".
  if (/content security policy|unsafe-eval|\bCSP\b/i.test(error?.message)) {
    return start + "The Content-Security-Policy of this page does not allow it. Whoever runs the page "
      + "can allow it: script-src needs 'wasm-unsafe-eval', and connect-src the place of its files.";
  }
  if (error instanceof StartError) return start + error.message;
  if (error instanceof FetchError) {
    return start + "A part of it could not be fetched. Check the connection, then reload the page. "
      + "Details: " + error.message;
  }
  return start + "Reload the page. If that does not help, tell whoever runs this page. "
    + "Details: " + (error?.message ?? error);
}
