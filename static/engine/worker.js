// The engine in a worker of its own, so that the page goes on while it loads. service.js is at the other end.
import { open } from "./catalogue.js";
import { place } from "./programs.js";

/** Between two words on the progress, in milliseconds. */
const PAUSE = 50;

let engine;

onmessage = async ({ data: { from, places, question, number } }) => {
  try {
    if (from) {
      place(places);
      engine = await open(from, { onProgress: sometimes() });
      postMessage({ loaded: true });
    } else {
      postMessage({ number, answer: engine.window(question) });
    }
  } catch ({ name, message, problems, attribute }) {
    postMessage({ number, wrong: { name, message, problems, attribute } });
  }
};

function sometimes() {
  let last = 0;
  return (...progress) => {
    if (performance.now() - last < PAUSE) return;
    last = performance.now();
    postMessage({ progress });
  };
}

postMessage({ ready: true });
