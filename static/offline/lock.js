// What a policy cannot forbid to a script: opening another page, with whatever it likes in that page's address, and calls
// between browsers. This file's own script does neither. Should anything else ever run here, the nearest ways are closed as
// well; docs/offline.md names those that stay.

/** Closes them. Links to places in this file, downloads and e-mail programs go on working. */
export function lock() {
  // With three arguments, the document's opens a window too.
  for (const opener of [window, document]) Object.defineProperty(opener, "open", { value: () => null });
  // No browser knows the directive `webrtc` yet.
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) {
    Object.defineProperty(window, name, { value: undefined });
  }
  // Browsers without it: Firefox before 147, Safari before 26.2.
  globalThis.navigation?.addEventListener("navigate", (event) => {
    const { origin, pathname, protocol } = new URL(event.destination.url);
    const isHere = origin === location.origin && pathname === location.pathname;
    const leaves = /^(https?|ftp|wss?):$/.test(protocol) && !isHere;
    if (leaves && event.cancelable) event.preventDefault();
  });
}
