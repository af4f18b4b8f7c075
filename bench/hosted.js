// Stands first in the page that loads something: how long its main thread is kept from anything else until that is shown,
// and a second longer. Whoever is loaded calls `shown` once.

const tasks = [];
const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
observer.observe({ type: "longtask", buffered: true });

/** What is above this in a task counts as blocked, in milliseconds: as the metric Total Blocking Time has it. */
const UNNOTICED = 50;

window.shown = () => {
  // After what has been drawn is on the screen.
  requestAnimationFrame(() => setTimeout(() => {
    const ready = performance.now();
    setTimeout(() => {
      tasks.push(...observer.takeRecords());
      const times = tasks.map(({ duration }) => duration);
      const blocked = times.reduce((sum, time) => sum + time - UNNOTICED, 0);
      report({ ready, blocked, longest: Math.max(0, ...times), tasks: times.length });
    }, 1000);
  }));
};
const report = (body) => fetch("/", { method: "POST", body: JSON.stringify(body) });
addEventListener("error", ({ message }) => message && report({ error: message }));
addEventListener("unhandledrejection", ({ reason }) => report({ error: String(reason) }));
