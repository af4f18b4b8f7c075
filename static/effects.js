// What the page asks of the browser besides drawing: files, the clipboard, what is kept for the next time.

import { once } from "./later.js";

/** The largest file that is read; a catalogue's profile has about a hundredth of it. */
const LIMIT = 50 * 1024 * 1024;

/**
 * @param loadLater brings the second part of the program
 * @param outlines brings the outlines of countries, as a text
 * @param template brings what an offline file is made of, over the catalogue in the program or over one of others, as a text
 */
export function browser(loadLater, outlines, template) {
  return {
    loadLater,
    outlines: once(outlines),

    /** What an offline file is made of, with the text of a catalogue of others, packed. */
    async template(catalogue) {
      const [page, gzip] = await Promise.all([template(catalogue !== undefined), catalogue && packed(catalogue)]);
      return { page, gzip };
    },

    save(name, type, text) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type }));
      link.download = name;
      link.click();
      // Some browsers begin to read only after the click has been dealt with.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },

    async copy(text) {
      await navigator.clipboard.writeText(text);
    },

    async read(file) {
      if (file.size > LIMIT) throw new Error(`“${file.name}” is larger than 50 MiB`);
      return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    },

    print: () => window.print(),

    kept(name) {
      try {
        return localStorage.getItem(name) ?? undefined;
      } catch {
        return undefined;
      }
    },

    keep(name, text) {
      try {
        if (text) localStorage.setItem(name, text);
        else localStorage.removeItem(name);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** A text, packed with gzip. */
async function packed(text) {
  if (typeof CompressionStream !== "function") {
    throw new Error("this browser cannot pack the catalogue; use Chrome or Edge 80, Firefox 113, Safari 16.4, or a later "
      + "version of one of them");
  }
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
