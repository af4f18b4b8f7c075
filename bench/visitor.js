// Runs before everything else in a page that shows the comparison, and does what a visitor does first. `window.measured` is
// what that has taken: for each step its end since the page was opened, and the tasks that kept the main thread meanwhile.

/** What is above this in a task counts as blocked, in milliseconds: as the metric Total Blocking Time has it. */
const UNNOTICED = 50;

const entries = [];
const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
observer.observe({ type: "longtask", buffered: true });

let ready = false;
addEventListener("ready", () => (ready = true), { once: true });

const root = () => document.querySelector("vendor-compare")?.shadowRoot;
const all = (css) => [...root()?.querySelectorAll(css) ?? []];
const moment = (time) => new Promise((resolve) => setTimeout(resolve, time));
/** What has been drawn is on the screen. */
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const until = async (is) => {
  while (!is()) await moment(2);
  await drawn();
};
const counts = () => all(".outcome .n").map((one) => one.textContent).join();

const STEPS = {
  opened: () => until(() => ready && all(".card").length > 0),
  required: async () => {
    const before = counts();
    all(".opt input:not(:checked)")[0].click();
    await until(() => counts() !== before);
  },
  compared: async () => {
    for (const box of all(".card .pick input").slice(0, 2)) box.click();
    await until(() => all(".tray .btn--main").length > 0);
    all(".tray .btn--main")[0].click();
    await until(() => all(".comparetools").length > 0);
  },
};

window.measured = (async () => {
  const steps = {};
  for (const [name, step] of Object.entries(STEPS)) {
    const begun = name === "opened" ? 0 : performance.now();
    await step();
    const ended = performance.now();
    // Long tasks are told a little later than they end; what comes late belongs to this step as well.
    await moment(500);
    entries.push(...observer.takeRecords());
    const times = entries.splice(0).map(({ duration }) => duration);
    const blocked = times.reduce((sum, time) => sum + time - UNNOTICED, 0);
    steps[name] = { took: ended - begun, blocked, longest: Math.max(0, ...times) };
  }
  return steps;
})();
