// What a page in TypeScript does with the element and the engine. It is compiled and never run: right uses pass, and each line
// below `@ts-expect-error` must be refused.
import "vendor-compare";
import type { VendorCompare, VendorCompareEventMap } from "vendor-compare";
import { Engine } from "vendor-compare/engine";

const element: VendorCompare = document.createElement("vendor-compare");
const found: VendorCompare | null = document.querySelector("vendor-compare");
found?.reload();

// A list is taken as a text or as an array, and given as a text.
element.providers = "avid,wflow";
element.providers = ["avid", "wflow"];
element.rows = ["retention"] as const;
element.locked = null;
const providers: string | null = element.providers;
// @ts-expect-error: numbers are no ids
element.rows = [1, 2];
// @ts-expect-error: what is given is a text
element.rows.map((row) => row);

element.maxCompare = 3;
element.theme = "contrast";
element.catalogue = { schema: 1 };
// @ts-expect-error: there is no such theme
element.theme = "pink";
// @ts-expect-error: it is told, and cannot be set
element.outcome = null;

element.addEventListener("change", ({ detail }) => {
  const ids: string[] = detail.outcome.meets.ids;
  const day: string | null = detail.asOf;
  console.log(ids, day, providers);
});
element.addEventListener("export", (event) => {
  event.preventDefault();
  const action: "save" | "copy" | "print" = event.detail.action;
  console.log(action, event.detail.text?.length);
});
// @ts-expect-error: the event `select` has another detail
element.addEventListener("select", ({ detail }) => detail.outcome);
const shown = (event: VendorCompareEventMap["ready"]) => event.detail.requirements;
element.addEventListener("ready", shown);
element.removeEventListener("ready", shown);

const engine = await Engine.load("{}", { onProgress: (read, of) => console.log(read / of) });
const { meets } = engine.query({ require: "region in EEA", options: ["cert-own"] });
console.log(meets.total, meets.ids);
