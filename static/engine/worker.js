// The engine in a worker of its own, so that the page goes on while it loads. service.js is at the other end.
import { open } from "./catalogue.js";

/** Between two words on the progress, in milliseconds. */
const PAUSE = 50;

let engine;

onmessage = async ({ data: { src, question, number } }) => {
  try {
    if (src) {
      engine = await open(src, { onProgress: sometimes() });
      postMessage({ loaded: true });
    } else {
      postMessage({ number, answer: engine.window(question) });
    }
  } catch ({ name, message, problems }) {
    postMessage({ number, wrong: { name, message, problems } });
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
