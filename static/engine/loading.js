// What stands in the element while a catalogue is fetched and read: how far it is, a way to stop it, and what was wrong.
import { start as fetched } from "./service.js";
export { asking } from "./service.js";

/** How many problems are listed. */
const LISTED = 10;

/**
 * Loads a catalogue, with words about it in `root`. Whoever cancels, or meets a failure, can try again.
 *
 * @param src its address, or `text` the catalogue itself.
 * @param integrity what the bytes at the address must hash to.
 * @param opening makes the first question.
 * @param wrong told of a failure, in words, and what is known of it.
 * @param signal ends it all, without words.
 * @param start loads the catalogue at an address; absent: from there.
 * @returns the service and its first answer; `remove()` takes the words away.
 */
export async function load({ root, src, text, integrity, opening, wrong, signal, start = fetched }) {
  const words = new Words();
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
      const from = text === undefined ? { src: address(src), integrity } : { text };
      const service = await start(from, { onProgress, signal: attempt.signal });
      signal.throwIfAborted();
      return { service, answer: await service.ask(opening()), remove };
    } catch (error) {
      signal.throwIfAborted();
      if (!attempt.signal.aborted) {
        console.error("vendor-compare: the catalogue could not be loaded.", error);
        const attribute = text !== undefined ? "catalogue" : error.attribute ?? "src";
        const value = { src, integrity }[attribute];
        wrong(failure(error).join(". "), { attribute, value, problems: error.problems });
      }
      await words.again(attempt.signal.aborted ? undefined : error);
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }
}

/** The whole address. */
function address(src) {
  try {
    return new URL(src, document.baseURI).href;
  } catch {
    throw Object.assign(new Error(`“${src}” is no address.`), { name: "DownloadError" });
  }
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

  constructor() {
    const box = made("div", "loading");
    this.#button.type = "button";
    this.#status.setAttribute("role", "status");
    this.#bar.setAttribute("aria-label", "Loading the catalogue");
    this.#said.append(this.#title, this.#far);
    box.append(this.#said, this.#bar, this.#wrong, this.#button, this.#status);
    this.node.append(box);
  }

  begin(cancel) {
    this.#said.removeAttribute("role");
    this.#title.textContent = "Loading the catalogue";
    this.#wrong.replaceChildren();
    this.#doing = undefined;
    this.#bar.hidden = false;
    this.#bar.removeAttribute("value");
    this.#far.textContent = "Starting the engine";
    this.#button.textContent = "Cancel";
    this.#button.onclick = cancel;
  }

  progress(doing, done, of) {
    const words = doing === "fetching" ? fetching(done, of) : reading(done, of);
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
    this.#bar.hidden = true;
    this.#status.textContent = "";
    this.#said.setAttribute("role", error ? "alert" : "status");
    [this.#title.textContent, this.#far.textContent] = error ? failure(error) : CANCELLED;
    const problems = error?.problems ?? [];
    this.#wrong.append(...problems.slice(0, LISTED).map((problem) => made("li", "", sentence(problem))));
    if (problems.length > LISTED) {
      this.#wrong.append(made("li", "", `And ${number(problems.length - LISTED)} more.`));
    }
    this.#button.textContent = error ? "Try again" : "Load again";
    return new Promise((resolve) => (this.#button.onclick = resolve));
  }
}

function number(count) {
  return count.toLocaleString("en");
}

function fetching(done, of) {
  const mega = (bytes) => number(bytes >= 1e7 ? Math.round(bytes / 1e6) : Math.round(bytes / 1e5) / 10);
  return `Fetching the catalogue: ${of ? `${mega(done)} of ${mega(of)} MB` : `${mega(done)} MB so far`}`;
}

function reading(done, of) {
  return `Reading providers: ${number(done)} of ${number(of)}`;
}

const CANCELLED = ["Loading was cancelled", "Nothing of the catalogue is here."];

/** What was wrong, and what can be done about it. */
function failure({ name, message }) {
  if (name === "IntegrityError") return ["The catalogue is not the one that this page asks for", message];
  if (name === "DownloadError") {
    return [
      "The catalogue could not be fetched",
      `${message} Check the address in the attribute “src”, then try again.`,
    ];
  }
  if (name === "CatalogueError") {
    return [
      "The catalogue cannot be used",
      "It is not JSON, or something is wrong with what all providers share. Put this right, then try again.",
    ];
  }
  return [
    "The catalogue could not be loaded",
    `It may need more memory than this browser gives. Details: ${message}`,
  ];
}

/** Place, message, remedy. */
function sentence({ file, line, column, path, message, help }) {
  const place = [file, line > 0 && `line ${line}, column ${column}`, path].filter(Boolean).join(", ");
  return [place, message].filter(Boolean).join(": ") + (help ? `; ${help}` : "");
}
