// What stands in the element while a catalogue is fetched and read: how far it is, a way to stop it, and what was wrong.
import { start as fetched } from "./service.js";
export { asking } from "./service.js";

/** What keeps things over the catalogue at some addresses apart from those over another; `src` is absent for one without. */
export function keeping(browser, src) {
  const under = (name) => `${name} ${src ? addresses(src).join(" ") : "catalogue"}`;
  return {
    ...browser,
    kept: (name) => browser.kept(under(name)),
    keep: (name, text) => browser.keep(under(name), text),
  };
}

/** How many problems are listed. */
const LISTED = 10;

/**
 * Loads a catalogue, with words about it in `root`. Whoever cancels, or meets a failure, can try again.
 *
 * @param src the addresses of its files, apart by spaces; or `text` the catalogue itself.
 * @param integrity what the bytes of each must hash to.
 * @param opening makes the first question.
 * @param wrong told of a failure, in words, and what is known of it.
 * @param signal ends it all, without words.
 * @param lang the language of the words, and `table` what it says for the English ones, as JSON; without it, English.
 * @param start loads the catalogue at an address; absent: from there.
 * @returns the service and its first answer; `remove()` takes the words away.
 */
export async function load({ root, src, text, integrity, opening, wrong, signal, lang, table, start = fetched }) {
  const say = saying(lang, table);
  const words = new Words(say);
  words.node.lang = lang ?? "en";
  // Above the page's own words, which may be long.
  root.prepend(words.node);
  const remove = () => words.node.remove();
  signal.addEventListener("abort", remove);
  for (;;) {
    const attempt = new AbortController();
    const stop = () => attempt.abort();
    signal.addEventListener("abort", stop);
    words.begin(stop);
    try {
      const onProgress = (...progress) => words.progress(...progress);
      const from = text === undefined ? { src: addresses(src, say), integrity } : { text };
      const service = await start(from, { onProgress, signal: attempt.signal });
      signal.throwIfAborted();
      return { service, answer: await service.ask(opening()), remove };
    } catch (error) {
      signal.throwIfAborted();
      if (!attempt.signal.aborted) {
        console.error("vendor-compare: the catalogue could not be loaded.", error);
        const attribute = text !== undefined ? "catalogue" : error.attribute ?? "src";
        const value = { src, integrity }[attribute];
        wrong(failure(error, say).join(". "), { attribute, value, problems: error.problems });
      }
      await words.again(attempt.signal.aborted ? undefined : error);
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }
}

/** What says words in a language: those of its table, with values at `{}` (or `{2}`), numbers among them as it writes them. */
function saying(lang = "en", table = "{}") {
  const known = JSON.parse(table);
  return (english, ...values) => {
    let next = 0;
    const fill = (_, place) => values[place ? place - 1 : next++]?.toLocaleString(lang) ?? "";
    return (known[english] ?? english).replaceAll(/\{(\d*)\}/g, fill);
  };
}

/** The whole addresses that a text names. What is none is refused where somebody can say so, and else left as it is. */
function addresses(src, say) {
  return src.trim().split(/\s+/).map((address) => {
    try {
      return new URL(address, document.baseURI).href;
    } catch {
      if (!say) return address;
    }
    throw Object.assign(new Error(say("“{}” is no address.", address)), { name: "DownloadError" });
  });
}

function made(tag, className, text) {
  const node = document.createElement(tag);
  node.className = className;
  if (text) node.textContent = text;
  return node;
}

/** The words, in the look of the page. */
class Words {
  node = made("div", "vc");
  /** What is going on, or what was wrong. */
  #said = made("div", "");
  #title = made("p", "loading__title");
  #far = made("p", "small soft num");
  #bar = made("progress", "loading__bar");
  #wrong = made("ul", "notice__list small");
  #button = made("button", "btn");
  /** Tells screen readers what begins and what ends, and not every step. */
  #status = made("p", "sr");
  #doing;
  #say;

  constructor(say) {
    this.#say = say;
    const box = made("div", "loading");
    this.#button.type = "button";
    this.#status.setAttribute("role", "status");
    this.#bar.setAttribute("aria-label", say("Loading the catalogue"));
    this.#said.append(this.#title, this.#far);
    box.append(this.#said, this.#bar, this.#wrong, this.#button, this.#status);
    this.node.append(box);
  }

  begin(cancel) {
    const say = this.#say;
    this.#said.removeAttribute("role");
    this.#title.textContent = say("Loading the catalogue");
    this.#wrong.replaceChildren();
    this.#doing = undefined;
    this.#bar.hidden = false;
    this.#bar.removeAttribute("value");
    this.#far.textContent = say("Starting the engine");
    this.#button.textContent = say("Cancel");
    this.#button.onclick = cancel;
  }

  progress(doing, done, of) {
    const words = doing === "fetching" ? fetching(done, of, this.#say) : reading(done, of, this.#say);
    this.#far.textContent = words;
    if (of) {
      this.#bar.max = of;
      this.#bar.value = done;
    } else {
      this.#bar.removeAttribute("value");
    }
    if (doing !== this.#doing) this.#status.textContent = words;
    this.#doing = doing;
  }

  /** Says that it was cancelled, or what was wrong; resolves when it is to be tried again. */
  again(error) {
    const say = this.#say;
    this.#bar.hidden = true;
    this.#status.textContent = "";
    this.#said.setAttribute("role", error ? "alert" : "status");
    [this.#title.textContent, this.#far.textContent] = error ? failure(error, say)
      : [say("Loading was cancelled"), say("Nothing has been loaded.")];
    const problems = error?.problems ?? [];
    this.#wrong.append(...problems.slice(0, LISTED).map((problem) => made("li", "", sentence(problem, say))));
    if (problems.length > LISTED) {
      this.#wrong.append(made("li", "", say("And {} more.", problems.length - LISTED)));
    }
    this.#button.textContent = error ? say("Try again") : say("Load again");
    return new Promise((resolve) => (this.#button.onclick = resolve));
  }
}

function fetching(done, of, say) {
  const mega = (bytes) => (bytes >= 1e7 ? Math.round(bytes / 1e6) : Math.round(bytes / 1e5) / 10);
  if (of) return say("Fetching the catalogue: {} of {} MB", mega(done), mega(of));
  return say("Fetching the catalogue: {} MB so far", mega(done));
}

function reading(done, of, say) {
  return say("Reading providers: {} of {}", done, of);
}

/** What was wrong, and what can be done about it. */
function failure({ name, message }, say) {
  if (name === "IntegrityError") return [say("The catalogue is not the one that this page asks for"), message];
  if (name === "DownloadError") {
    return [
      say("The catalogue could not be fetched"),
      say("{} Check the address in the attribute “src”, then try again.", message),
    ];
  }
  if (name === "CatalogueError") {
    return [
      say("The catalogue cannot be used"),
      say("It is not JSON, or something is wrong with what all providers share. Put this right, then try again."),
    ];
  }
  return [
    say("The catalogue could not be loaded"),
    say("It may need more memory than this browser gives. Details: {}", message),
  ];
}

/** Place, message, remedy. */
function sentence({ file, line, column, path, message, help }, say) {
  const place = [file, line > 0 && say("line {}, column {}", line, column), path].filter(Boolean).join(", ");
  return [place, message].filter(Boolean).join(": ") + (help ? `; ${help}` : "");
}
