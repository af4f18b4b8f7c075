// The custom element `<vendor-compare>`: the JavaScript half. The Rust half (src/embed) draws into the
// element's open shadow root; this half brings it there, passes attributes on, and leaves words on the
// page when it cannot be brought there.

/** The attributes that the Rust half is told about. */
const ATTRIBUTES = ["as-of", "link", "requirements", "src", "theme"];

/** How the words on a failure look. A stylesheet is what may be missing, so the words bring their own. */
const STATUS_STYLE = "max-width: 38rem; margin: 1rem auto; padding: .5rem 1rem;"
  + " border-inline-start: .25rem solid; font: 1rem/1.6 system-ui, sans-serif";

/** What `load` throws when a part of the program cannot be had from where it should be. */
export class FetchError extends Error {}

/** What `load` throws when its message says all that can be said. */
export class StartError extends Error {}

/**
 * Registers `<vendor-compare>`, unless the page has it already.
 *
 * @param load starts the program and resolves to its functions `mount` and `opening`, and to `browser`, which does
 *   what the page asks of the browser. It is called when the first element appears, and again only after it has
 *   failed.
 * @param engine brings what loads the catalogue of a page, which comes only where there is one.
 */
export function define(load, engine = fetchedEngine) {
  if (customElements.get("vendor-compare")) return;
  let program;
  const loadOnce = () => (program ??= load().catch((error) => {
    program = undefined;
    throw error;
  }));

  customElements.define("vendor-compare", class extends HTMLElement {
    static observedAttributes = ATTRIBUTES;

    #root = this.attachShadow({ mode: "open" });
    /** What the shadow root holds while nothing is mounted: the page's own words, and ours. */
    #words = [document.createElement("slot"), document.createElement("p")];
    /** The mounted Rust half, if there is one. */
    #instance;
    /** Ends the mount that is under way, if there is one. */
    #mounting;
    /** Whether the element has been on the page: before, no attribute changes, they come one by one. */
    #hasBegun = false;
    /** What the program asks about the catalogue at `src`. */
    #asking;

    constructor() {
      super();
      this.#root.append(...this.#words);
    }

    connectedCallback() {
      this.#hasBegun = true;
      if (!this.#instance && !this.#mounting) this.#mount();
    }

    disconnectedCallback() {
      // A node that only moves is back before the microtask runs, and keeps what it has mounted.
      queueMicrotask(() => this.isConnected || this.#unmount());
    }

    attributeChangedCallback(name, _old, value) {
      if (name !== "src") this.#instance?.attributeChanged(name, value ?? undefined);
      else if (this.#hasBegun && this.isConnected) {
        this.#unmount();
        this.#mount();
      }
    }

    async #mount() {
      const { signal } = (this.#mounting = new AbortController());
      try {
        const { mount, opening, browser } = await loadOnce();
        if (signal.aborted) return;
        const src = this.getAttribute("src");
        if (src === null) this.#instance = mount(this, browser);
        else await this.#mountOver(src, signal, () => opening(this, browser), (...over) => mount(this, browser, ...over));
        this.#words.forEach((node) => node.remove());
      } catch (error) {
        if (!signal.aborted) this.#fail(error);
      } finally {
        if (!signal.aborted) this.#mounting = undefined;
      }
    }

    /** Mounts the program over the catalogue at an address, which is loaded first. */
    async #mountOver(src, signal, opening, mount) {
      // From here on in the look of the page, words on the loading included.
      opening();
      const { load, asking } = await engine();
      signal.throwIfAborted();
      const root = this.#root;
      const { service, answer, remove } = await load({ root, src, signal, opening });
      this.#asking = asking(service);
      this.#instance = mount(this.#asking, answer);
      this.#asking.tell(this.#instance);
      const hadFocus = root.activeElement !== null;
      remove();
      // Drawn in the meantime, when timers have their turn.
      if (hadFocus) setTimeout(() => root.getElementById("view-heading")?.focus());
    }

    #unmount() {
      this.#mounting?.abort();
      this.#asking?.close();
      const instance = this.#instance;
      this.#mounting = this.#asking = this.#instance = undefined;
      try {
        instance?.unmount();
      } catch (error) {
        console.warn("vendor-compare: could not be taken down cleanly.", error);
      }
      this.#root.replaceChildren(...this.#words);
    }

    #fail(error) {
      this.#asking?.close();
      this.#asking = undefined;
      console.error("vendor-compare: the comparison could not start.", error);
      const [slot, status] = this.#words;
      status.setAttribute("role", "alert");
      status.style.cssText = STATUS_STYLE;
      status.textContent = explain(error);
      // Whatever a mount that failed half-way has left there goes as well.
      this.#root.replaceChildren(slot, status);
    }
  });
}

async function fetchedEngine() {
  const address = new URL("engine/loading.js", import.meta.url);
  try {
    return await import(address.href);
  } catch (error) {
    throw new FetchError(`${address.href}: ${error.message}`);
  }
}

/** Says in words what kept the program from starting, and what can be done about it. */
function explain(error) {
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
