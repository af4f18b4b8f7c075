// For pages that show embed.html in an iframe: the frame gets the height of what it shows, and the events of the
// element in it happen at the iframe. A classic script, so that it can be combined with others; a second one is harmless.
//
// A message counts only if it comes from a frame of this page and from the origin that its `src` has.

(() => {
  if (window.vendorCompareFrame) return;
  const EVENTS = ["change", "compare", "error", "export", "ready", "select"];

  const originOf = (frame) => new URL(frame.src, document.baseURI).origin;

  /** The iframe in a document or shadow root that shows a window; open shadow roots inside are looked through as well. */
  const showing = (root, shown) => [...root.querySelectorAll("iframe")].find((one) => one.contentWindow === shown)
    ?? [...root.querySelectorAll("*")].reduce((found, { shadowRoot }) => found ?? (shadowRoot && showing(shadowRoot, shown)), null);

  addEventListener("message", ({ data, origin, source }) => {
    const { "vendor-compare": kind, height, name, detail, message } = Object(data);
    if (kind === undefined) return;
    const frame = showing(document, source);
    if (!frame || originOf(frame) !== origin) return;
    if (kind === "height" && typeof height === "number" && height > 0 && height < 1e6) {
      if (!("fixed" in frame.dataset)) frame.style.height = `${height}px`;
    } else if (kind === "event" && EVENTS.includes(name)) {
      frame.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    } else if (kind === "refused") {
      console.error(`vendor-compare: ${message}`);
    }
  });

  window.vendorCompareFrame = {
    /** Sets attributes of the element in a frame: `set(frame, { requirements: "region in EEA" })`; null removes one. */
    set(frame, values) {
      frame.contentWindow.postMessage({ "vendor-compare": "set", values }, originOf(frame));
    },
  };
})();
