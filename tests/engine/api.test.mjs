// The engine's JavaScript API in Node.js, on what a build has made: `VC_ENGINE` is the folder that holds it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, it } from "node:test";
import { generate } from "../../bench/catalogue.mjs";
import { prepared } from "../../bench/prepare.mjs";

const folder = pathToFileURL(`${process.env.VC_ENGINE}/`);
const program = (name) => readFileSync(new URL(name, folder));
/** The API anew, because a module starts its program once. */
const api = (which) => import(new URL(`engine.js?${which}`, folder).href);

const text = prepared(JSON.stringify(generate(300)));
const ALL = ["region-primary", "cert-own", "deployment", "encryption", "upstream"];
const QUERIES = [
  {},
  { require: "region-primary has-any DE, FR" },
  { require: "not region-primary has DE; ret-personal <= P90D", sort: "ret-personal", descending: true },
  { requireOrCannotTell: "ret-backup <= P30D", text: "clo", fields: ["name", "summary"], limit: 7, offset: 3 },
  { require: "cert-own has iso-27001; encryption has own-keys", groups: ["cannot_tell"], sort: "coverage" },
];

describe("the engine", async () => {
  const { Engine, CatalogueError, QueryError } = await api("vectors");
  const load = (catalogue, options) => Engine.load(catalogue, { asOf: "2026-11-22", ...options });
  const engine = await load(text);

  it("loads from a text and from bytes, and tells how far it is", async () => {
    const told = [];
    const again = await load(new TextEncoder().encode(text), { onProgress: (read, of) => told.push([read, of]) });
    assert.equal(engine.size, 300);
    assert.equal(again.size, 300);
    assert.deepEqual(engine.leftOut, { total: 0, first: [] });
    const [read, of] = told.at(-1);
    assert.equal(read, of);
    assert.equal(engine.asOf, "2026-11-22");
    assert.ok(engine.memory.text === Buffer.byteLength(text) && engine.memory.index > 0);
    again.free();
  });

  it("takes letters of any length", async () => {
    const name = "東京 – Łódź 🛰";
    const catalogue = JSON.parse(text);
    catalogue.providers.at(-1).name = name.repeat(2_000);
    const small = await load(JSON.stringify(catalogue));
    assert.equal(small.query({ text: "łódź" }).meets.total, 1);
    small.free();
  });

  it("answers as the explanation of each vendor does", async () => {
    for (const query of QUERIES.filter(({ text, requireOrCannotTell }) => !text && !requireOrCannotTell)) {
      const answer = engine.query({ ...query, groups: undefined, limit: 1_000 });
      const counted = { meets: 0, cannot_tell: 0, does_not_meet: 0 };
      for (const group of Object.keys(counted)) {
        assert.equal(answer[group].total, answer[group].ids.length);
        for (const id of answer[group].ids) {
          const { outcome } = await engine.explain(id, query.require ?? "");
          counted[outcome] += 1;
          assert.equal(outcome, group, id);
        }
      }
      assert.equal(counted.meets + counted.cannot_tell + counted.does_not_meet, 300);
    }
  });

  it("answers the same without vectors", async () => {
    // Vectors count 1,024 vendors at a time; what is left over is counted without them.
    const many = prepared(JSON.stringify(generate(3_000)));
    const plain = await api("plain");
    const wasm = program("engine-plain_bg.wasm");
    const without = await plain.Engine.load(many, { asOf: "2026-11-22", wasm });
    const vectors = await load(many);
    for (const query of QUERIES) {
      assert.deepEqual(vectors.query({ ...query, options: ALL }), without.query({ ...query, options: ALL }));
    }
    vectors.free();
  });

  it("counts for an option what requiring it leaves", () => {
    const require = "ret-personal <= P1Y; region-primary has-any US, DE";
    const { options } = engine.query({ require, options: ["cert-own", "deployment"] });
    for (const option of [...options["cert-own"].slice(0, 10), ...options.deployment]) {
      const answer = engine.query({ require: `${require}; ${option.requirement}` });
      assert.equal(answer.meets.total, option.meets, option.requirement);
      assert.equal(answer.cannot_tell.total, option.cannot_tell, option.requirement);
    }
  });

  it("gives profiles, reasons, and vendors side by side", async () => {
    const [one, two] = engine.query({ limit: 2 }).meets.ids;
    assert.equal(engine.profile(one).id, one);
    assert.equal(engine.profile("nobody"), undefined);
    const [{ reasons, evidence }] = (await engine.explain(one, "deployment has shared")).requirements;
    assert.ok(reasons.length > 0 && evidence[0].document.startsWith(one));
    assert.deepEqual((await engine.compare([one, two])).vendors, [one, two]);
    assert.ok(engine.rows().some((row) => row.id === "ret-personal" && row.type === "duration"));
  });

  it("says what it cannot read, and where", async () => {
    const told = (query) => {
      try {
        engine.query(query);
        return "";
      } catch (error) {
        assert.ok(error instanceof QueryError, String(error));
        return error.message;
      }
    };
    assert.match(told({ require: "region-primary has-any Germny" }), /character 24/);
    assert.match(told({ sort: "cert-own" }), /cannot be sorted/);
    assert.match(told({ options: ["cert-won"] }), /Did you mean "cert-own"/);
    assert.match(told({ fields: ["title"] }), /no field "title"/);
    await assert.rejects(engine.compare(["nobody"]), /no vendor "nobody"/);
    await assert.rejects(engine.explain("nobody", ""), QueryError);
    const [{ id }] = [engine.profile(engine.query({ limit: 1 }).meets.ids[0])];
    await assert.rejects(engine.explain(id, "region-primary has-any Germny"), /character 24/);
  });

  it("leaves out what is wrong and loads the rest", async () => {
    const catalogue = JSON.parse(text);
    const last = catalogue.providers.length - 1;
    catalogue.providers[last].claims[0].state = "sated";
    const loaded = await load(JSON.stringify(catalogue), { name: "offers.json" });
    assert.equal(loaded.size, 299);
    const [{ index, problems }] = loaded.leftOut.first;
    assert.equal(index, last);
    assert.equal(problems[0].path, `providers[${last}].claims[0].state`);
    assert.match(problems[0].help, /"stated"/);
    loaded.free();
  });

  it("refuses what is no catalogue, with the place", async () => {
    const wrong = await load('{\n "sections": [}', { name: "offers.json" }).catch((error) => error);
    assert.ok(wrong instanceof CatalogueError, String(wrong));
    assert.match(wrong.message, /^offers\.json:2:/);
    await assert.rejects(load(new Uint8Array([0x7b, 0xff])), /not UTF-8 from byte 1/);
    await assert.rejects(load(text, { asOf: "tomorrow" }), /YYYY-MM-DD/);
  });

  it("stops when it is told to", async () => {
    const control = new AbortController();
    const big = prepared(JSON.stringify(generate(3_000)));
    const loading = load(big, { signal: control.signal, onProgress: () => control.abort() });
    await assert.rejects(loading, { name: "AbortError" });
    await assert.rejects(load(text, { signal: AbortSignal.abort() }), { name: "AbortError" });
    assert.equal(engine.query().meets.total, 300);
  });
});
