// A catalogue in several files: the data folder as it is, joined as the element joins what `src` names.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { joined } from "../../static/engine/several.js";

const { Engine } = await import(pathToFileURL(`${process.env.VC_ENGINE}/engine.js`));
const DATA = new URL("../../data/", import.meta.url);

let files;

before(async () => {
  const shared = ["rows.json", "certifications.json", "places.json", "documents.json"];
  const providers = (await readdir(new URL("providers/", DATA))).map((name) => `providers/${name}`);
  files = await Promise.all([...shared, ...providers].map(async (name) => (
    { name, value: JSON.parse(await readFile(new URL(name, DATA), "utf-8")) }
  )));
});

/** The files with one of them changed. */
function changed(name, change) {
  return files.map((file) => {
    if (file.name !== name) return file;
    const value = structuredClone(file.value);
    change(value);
    return { name, value };
  });
}

const loaded = ({ text, located }) => Engine.load(text, { name: "several", asOf: "2026-11-22", located });

describe("a catalogue in several files", () => {
  it("is the same as in one", async () => {
    const engine = await loaded(joined(files));
    assert.deepEqual(engine.leftOut, { total: 0, first: [] });
    assert.equal(engine.size, 4);
    assert.deepEqual(engine.query({ require: "region in EEA", groups: ["meets"] }).meets.ids, ["wflow"]);
  });

  it("may have its lists in parts", async () => {
    const split = changed("documents.json", (value) => value.documents.splice(2));
    const rest = files.find(({ name }) => name === "documents.json").value.documents.slice(2);
    const engine = await loaded(joined([...split, { name: "more.json", value: { documents: rest } }]));
    assert.equal(engine.leftOut.total, 0);
    assert.equal(engine.size, 4);
  });

  it("tells the file and the path of what is wrong with a profile", async () => {
    const engine = await loaded(joined(changed("providers/wflow.json", (value) => (value.claims[1].row = "nowhere"))));
    assert.equal(engine.size, 3);
    const [{ problems: [problem] }] = engine.leftOut.first;
    assert.equal(problem.file, "providers/wflow.json");
    assert.match(problem.path, /^claims\[1\]/);
    assert.equal(problem.line, 0);
  });

  it("tells the file of a profile that is there twice, and of a document with something wrong", async () => {
    const twice = [...files, { name: "again.json", value: files.find(({ name }) => name === "providers/avid.json").value }];
    const [{ problems: [again] }] = (await loaded(joined(twice))).leftOut.first;
    assert.equal(again.file, "again.json");
    const wrong = changed("documents.json", (value) => (value.documents[1].date = "yesterday"));
    const [{ problems: [document] }] = (await loaded(joined(wrong))).leftOut.first;
    assert.equal(document.file, "documents.json");
    assert.match(document.path, /^documents\[1\]/);
  });

  it("tells the file of what is wrong with the parts that all share, and refuses what does not belong there", async () => {
    const wrong = changed("rows.json", (value) => (value.sections[0].rows[0].type = "wish"));
    await assert.rejects(loaded(joined(wrong)), ({ problems: [problem] }) => {
      assert.equal(problem.file, "rows.json");
      assert.match(problem.path, /^sections\[0\]\.rows\[0\]/);
      return true;
    });
    const foreign = changed("rows.json", (value) => (value.comment = "…"));
    await assert.rejects(loaded(joined(foreign)), ({ problems }) => problems[0].file === "rows.json");
  });
});
