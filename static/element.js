// The custom element `<vendor-compare>`: the JavaScript half. The Rust half (src/embed) draws into the
// element's open shadow root; this half brings it there, passes attributes on, and leaves words on the
// page when it cannot be brought there.

import { explain, said } from "./failure.js";

/** The attributes that are followed; each but `lang` has a property of the same name. custom-elements.json says more. */
const ATTRIBUTES = [
  "as-of", "integrity", "keep", "lang", "link", "locked", "max-compare", "providers", "requirements", "rows", "src",
  "state", "theme", "view",
];

/** The languages that there are besides English, each with its table in `languages/`. */
const LANGUAGES = ["de", "fr"];

/** The values of `theme` that nobody has to read. */
const LOOKS = [null, "light", "dark"];

/** The events that a page can cancel, to do by itself what the visitor wants. */
const CANCELABLE = ["compare", "export", "select"];

/**
 * Registers `<vendor-compare>`, unless the page has it already.
 *
 * @param load starts the program and resolves to its functions `mount`, `needsLater` and `opening`, to `teach`, which teaches
 *   it a language, and to `browser`, which does what the page asks of the browser. It is called when the first element appears, and again only after it has
 *   failed.
 * @param engine brings what loads the catalogue of a page, which comes only where there is one.
 */
export function define(load, engine) {
  if (customElements.get("vendor-compare")) return;
  let program;
  const loadOnce = () => (program ??= load().catch((error) => {
    program = undefined;
    throw error;
  }));

  class VendorCompare extends HTMLElement {
    static observedAttributes = ATTRIBUTES;

    #root = this.attachShadow({ mode: "open" });
    /** Where the page's own words show, while nothing is mounted. */
    #slot = document.createElement("slot");
    /** The mounted Rust half, if there is one. */
    #instance;
    /** Ends the mount that is under way, if there is one. */
    #mounting;
    /** What the Rust half has told last: the detail of the events `ready` and `change`, and as a text. */
    #now;
    #nowText;
    /** Whether `ready` has been told since the last mount. */
    #isReady;
    /** What the Rust half had when it was taken down, for the next one. */
    #left;
    /** The catalogue over which that was: a text, an address, or the one in the program. */
    #over;
    /** What is to be done once there is a Rust half, by the name of what it is about. */
    #late = new Map();
    /** The language of the Rust half, and its table. */
    #spoken;
    #table;
    /** Whether the element has been on the page: before, no attribute changes, they come one by one. */
    #hasBegun = false;
    /** The catalogue that was set as a property, and its text. */
    #catalogue = null;
    #text;
    /** What the program asks about a catalogue of others. */
    #asking;

    static {
      for (const name of ATTRIBUTES.filter((name) => name !== "lang")) {
        const property = name.replace(/-./, ([, letter]) => letter.toUpperCase());
        Object.defineProperty(this.prototype, property, {
          configurable: true,
          enumerable: true,
          get() {
            if (this.#now && property in this.#now) return this.#now[property];
            const value = this.getAttribute(name);
            return name === "max-compare" ? Number(value ?? 5) : value;
          },
          set(value) {
            if (value == null) this.removeAttribute(name);
            else this.setAttribute(name, value);
          },
        });
      }
    }

    constructor() {
      super();
      // A fault of the program, which has put its words there.
      this.#root.addEventListener("stopped", ({ target }) => this.#wrong("program", target.textContent), true);
    }

    get outcome() {
      return this.#now?.outcome ?? null;
    }

    get compared() {
      return this.#now?.compared ?? [];
    }

    get catalogue() {
      return this.#catalogue;
    }

    set catalogue(value) {
      try {
        if (value != null && typeof value !== "object") throw new Error("it is no object");
        this.#text = value == null ? undefined : JSON.stringify(value);
      } catch ({ message }) {
        const words = `The property “catalogue” of this element cannot be read: ${message}. Give an object by the `
          + "published schema.";
        this.#later("catalogue", (instance) => instance.failed(words));
        return this.#wrong("attribute", words, { attribute: "catalogue", value: String(value) });
      }
      this.#catalogue = value ?? null;
      this.reload();
    }

    reload() {
      if (!this.isConnected) return;
      this.#unmount();
      this.#mount();
    }

    connectedCallback() {
      this.#hasBegun = true;
      // What was set before the element was one, hides what the class has.
      for (const name of Object.keys(this)) {
        if (!(name in VendorCompare.prototype)) continue;
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
      if (!this.#instance && !this.#mounting) this.#mount();
    }

    disconnectedCallback() {
      // A node that only moves is back before the microtask runs, and keeps what it has mounted.
      queueMicrotask(() => this.isConnected || this.#unmount());
    }

    attributeChangedCallback(name, before, value) {
      if (name === "lang") {
        if (before !== value && this.#hasBegun) this.#later(name, (instance) => this.#speak(instance));
      } else if (name !== "src" && name !== "integrity") {
        // Two looks that the stylesheet has by itself.
        if (name === "theme" && LOOKS.includes(before) && LOOKS.includes(value)) return;
        // The first mount reads them all; a later one goes by what the visitor has made of them.
        if (this.#instance || this.#left !== undefined) this.#later(name, (instance) => this.#change(instance, name));
      } else if (before !== value && this.#hasBegun) this.reload();
    }

    /** What is asked for as language: by the attribute `lang`, else by the address, where that is the element's. */
    get #tongue() {
      return this.lang || this.link === "query" && new URLSearchParams(location.search).get("lang") || "";
    }

    /** The language that is asked for, which the program knows from now on; else English. */
    async #language() {
      const lang = this.#tongue;
      const tag = LANGUAGES.find((tag) => RegExp(`^${tag}\\b`, "i").test(lang));
      try {
        this.#table = tag && await (await loadOnce()).teach(tag);
        if (!tag && lang && !/^en\b/i.test(lang)) console.warn(`vendor-compare: there is no “${lang}” yet; English is shown.`);
        return tag ?? "en";
      } catch ({ message }) {
        const words = `The words of “${lang}” could not be loaded, so English is shown. Details: ${message}`;
        console.error(`vendor-compare: ${words}`);
        this.#wrong("attribute", words, { attribute: "lang", value: lang });
        return "en";
      }
    }

    /** Goes on in the language that the attribute asks for now. */
    async #speak(instance) {
      const lang = this.#tongue;
      const tag = await this.#language();
      if (instance !== this.#instance || lang !== this.#tongue || tag === this.#spoken) return;
      this.#spoken = tag;
      instance.speak(tag);
    }

    /** Tells the Rust half of a changed attribute, which its later part reads. */
    async #change(instance, name) {
      try {
        await (await loadOnce()).browser.loadLater();
        if (instance === this.#instance) instance.attributeChanged(name);
      } catch (error) {
        console.error(`vendor-compare: the attribute “${name}” could not be read.`, error);
        this.#wrong("attribute", explain(error), { attribute: name, value: this.getAttribute(name) });
      }
    }

    /** Does something with the Rust half, at once or when there is one. */
    #later(name, doing) {
      if (this.#instance) doing(this.#instance);
      else this.#late.set(name, doing);
    }

    async #mount() {
      const { signal } = (this.#mounting = new AbortController());
      // Without the words on a start that has failed before.
      this.#root.replaceChildren(this.#slot);
      try {
        // Several attributes may change one after the other.
        await undefined;
        signal.throwIfAborted();
        const { mount, needsLater, opening, withoutProject, browser } = await loadOnce();
        signal.throwIfAborted();
        this.#isReady = false;
        const lang = this.#spoken = await this.#language();
        const begin = (browser, service, answer) => mount(
          this, browser, (...told) => this.#told(...told), this.#left, service, answer, lang,
        );
        const over = this.#text ?? this.getAttribute("src");
        const isOver = over !== null;
        // What is kept belongs to one catalogue. What is required goes along to another.
        if (over !== this.#over && this.hasAttribute("keep")) this.#left = this.#left && withoutProject(this.#left);
        this.#over = over;
        // The later part reads what an engine answers.
        if (isOver || needsLater(this)) await browser.loadLater();
        signal.throwIfAborted();
        if (!isOver) this.#instance = begin(browser);
        else await this.#mountOver(signal, browser, (browser) => opening(this, browser, this.#left), begin);
        this.#left = undefined;
        this.#slot.remove();
        for (const doing of this.#late.values()) doing(this.#instance);
        this.#late.clear();
      } catch (error) {
        if (!signal.aborted) this.#fail(error);
      } finally {
        if (!signal.aborted) this.#mounting = undefined;
      }
    }

    /** Mounts the program over a catalogue of others, which is loaded first. */
    async #mountOver(signal, browser, opening, mount) {
      // From here on in the look of the page, words on the loading included.
      opening(browser);
      const { load, asking, keeping } = await engine();
      signal.throwIfAborted();
      const root = this.#root;
      const apart = keeping(browser, this.#text === undefined && this.getAttribute("src"));
      const { service, answer, remove } = await load({
        root, signal, opening: () => opening(apart), lang: this.#spoken, table: this.#table,
        text: this.#text, src: this.getAttribute("src"), integrity: this.integrity,
        wrong: (message, detail) => this.#wrong("catalogue", message, detail),
      });
      this.#asking = asking(service);
      this.#instance = mount(apart, this.#asking, answer);
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
        this.#left = instance?.unmount() ?? this.#left;
      } catch (error) {
        console.warn("vendor-compare: could not be taken down cleanly.", error);
      }
      this.#root.replaceChildren(this.#slot);
    }

    /** The Rust half tells something; whether it goes on. */
    #told(type, json) {
      const detail = JSON.parse(json);
      if (type === "error") return this.#wrong(detail.kind, detail.message, detail);
      if (type === "change") {
        if (this.#isReady && json === this.#nowText) return true;
        this.#nowText = json;
        this.#now = detail;
        if (!this.#isReady) type = "ready";
        this.#isReady = true;
      }
      return this.#dispatch(type, detail);
    }

    #dispatch(type, detail) {
      const cancelable = CANCELABLE.includes(type);
      return this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail }));
    }

    /** Tells what is wrong, once all that is being done is done. */
    #wrong(kind, message, { attribute = null, value = null, problems = [] } = {}) {
      queueMicrotask(() => this.#dispatch("error", { kind, message, attribute, value, problems }));
    }

    #fail(error) {
      this.#asking?.close();
      this.#asking = undefined;
      console.error("vendor-compare: the comparison could not start.", error);
      const words = explain(error);
      // Above the page's own, which may be long. Whatever a mount that failed half-way has left there goes.
      this.#root.replaceChildren(said(words), this.#slot);
      this.#wrong("start", words);
    }
  }
  customElements.define("vendor-compare", VendorCompare);
}
