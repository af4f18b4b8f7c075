// The script of embed.html, the page that other pages show in an iframe: it gives the element the attributes that the
// query of the address names, and exchanges messages with the page around it. frame.js is the other end.
//
// Nothing is posted but to the origin of that page, and nothing heard but from there.

/** What the query and the page around may set. `link` is left out: the address is the frame's own. */
const ATTRIBUTES = ["as-of", "integrity", "keep", "lang", "locked", "max-compare", "providers", "requirements", "rows", "src", "state", "theme", "view"];
const EVENTS = ["change", "compare", "error", "export", "ready", "select"];

const query = new URLSearchParams(location.search);
const element = document.querySelector("vendor-compare");
const host = hostOrigin();

/** The origin of the page around: the one that the query names, or else the one that the browser tells. */
function hostOrigin() {
  if (parent === window) return undefined;
  try {
    const { origin } = new URL(query.get("host") ?? document.referrer);
    if (origin !== "null") return origin;
  } catch {
    // Said below, as for an address without an origin.
  }
  console.warn("vendor-compare: the frame does not know the page around it, so it tells it nothing. "
    + "Add `host=` with the origin of that page to its address, as in `host=https://portal.example`.");
  return undefined;
}

function post(message) {
  if (host) parent.postMessage(message, host);
}

/** Sets an attribute, or removes it; says why that cannot be, if it cannot. */
function set(name, value) {
  if (!ATTRIBUTES.includes(name)) return `\`${name}\` cannot be set; ${ATTRIBUTES.join(", ")} can.`;
  if (value === null) element.removeAttribute(name);
  else if (typeof value !== "string") return `\`${name}\` must be a text, or null to remove it.`;
  // Whoever links here must not have another's catalogue shown under this address.
  else if (name === "src" && !isOwn(value)) return "`src` must be an address of the frame's own origin.";
  else element.setAttribute(name, value);
  return undefined;
}

/** Whether all addresses in a text are of the frame's own origin. */
function isOwn(src) {
  const origin = (address) => URL.canParse(address, location.href) ? new URL(address, location.href).origin : undefined;
  return src.trim().split(/\s+/).every((address) => origin(address) === location.origin);
}

/** Sets all of them; what is refused is said to the page around, and to developers. */
function setAll(values) {
  const refused = values.map(([name, value]) => set(name, value)).filter(Boolean);
  if (refused.length === 0) return;
  const message = refused.join(" ");
  console.error(`vendor-compare: ${message}`);
  post({ "vendor-compare": "refused", message });
}

/** What can be sent to another page: plain data. */
function plain(detail) {
  return JSON.parse(JSON.stringify(detail ?? null));
}

/** Events whose default the page around takes over, so that here it does not happen. */
const taken = query.get("take")?.split(",") ?? [];
for (const name of EVENTS) {
  element.addEventListener(name, (event) => {
    if (taken.includes(name)) event.preventDefault();
    post({ "vendor-compare": "event", name, detail: plain(event.detail) });
  });
}

addEventListener("message", ({ data, origin, source }) => {
  if (source !== parent || !host || origin !== host) return;
  const { "vendor-compare": kind, values } = Object(data);
  if (kind === undefined) return;
  const isList = kind === "set" && typeof values === "object" && values !== null;
  if (isList) return setAll(Object.entries(values));
  post({ "vendor-compare": "refused", message: "A message must be { \"vendor-compare\": \"set\", values: { … } }." });
});

setAll([...query].filter(([name]) => !["host", "take"].includes(name)));

// Hidden words at the end of the element stand out by a pixel, for which no scroll bar shall appear. There is no page around
// whose font the element could take.
const sheet = new CSSStyleSheet();
sheet.replaceSync("body { margin: 0; padding-block-end: 2px; font-family: system-ui, sans-serif }");
document.adoptedStyleSheets = [sheet];
const theme = query.get("theme");
if (theme === "light" || theme === "dark") document.documentElement.style.colorScheme = theme;

const root = document.documentElement;
new ResizeObserver(() => post({ "vendor-compare": "height", height: Math.ceil(root.getBoundingClientRect().height) }))
  .observe(root);
