// Whether the engine's answers are those of the naive evaluation: the three groups and the counts of options against
// the explanation of every single vendor, which the engine does not take from its index.

import { Choice } from "./random.mjs";
import { some } from "./requirements.mjs";

const ROWS = ["region-primary", "cert-own", "deployment", "encryption", "upstream"];

/** Compares so many queries. @returns how many were compared, and what differs, in words */
export async function checkGroups(engine, { samples = 200, seed = 3 } = {}) {
  const choice = new Choice(seed);
  const vendors = engine.query({ groups: ["does_not_meet", "cannot_tell", "meets"], limit: engine.size }).meets.ids;
  const wrong = [];
  let compared = { groups: 0, options: 0 };
  for (let sample = 0; sample < samples; sample++) {
    const query = { require: some(choice, choice.whole(0, 4)), requireOrCannotTell: some(choice, choice.whole(0, 2)) };
    const difference = await groupsDiffer(engine, vendors, query) ?? await optionsDiffer(engine, vendors, query, choice.one(ROWS), choice);
    compared.groups += 1;
    compared.options += OPTIONS;
    if (difference) wrong.push(difference);
  }
  return { vendors: vendors.length, compared, wrong };
}

/** How many options of a row are looked at in each sample. */
const OPTIONS = 3;

/** The verdicts of each vendor on these requirements, by the text of the requirement: one explanation for all. */
async function judged(engine, vendors, requirements) {
  const judge = async (vendor) => {
    const explained = await engine.explain(vendor, requirements.join("; "));
    return new Map(requirements.map((requirement, index) => [requirement, explained.requirements[index].verdict]));
  };
  return Promise.all(vendors.map(judge));
}

/** What a vendor gets: the least of its verdicts, where *cannot tell* is as good as *meets* if it may stay. */
function outcome(verdicts, { require, requireOrCannotTell }) {
  const [firm, open] = [require, requireOrCannotTell].map((all) => all.map((requirement) => verdicts.get(requirement)));
  if ([...firm, ...open].includes("does_not_meet")) return "does_not_meet";
  return firm.includes("cannot_tell") ? "cannot_tell" : "meets";
}

function asked(query) {
  return { require: query.require.join("; "), requireOrCannotTell: query.requireOrCannotTell.join("; ") };
}

async function groupsDiffer(engine, vendors, query) {
  const answer = engine.query({ ...asked(query), limit: vendors.length });
  const verdicts = await judged(engine, vendors, [...query.require, ...query.requireOrCannotTell]);
  const outcomes = verdicts.map((one) => outcome(one, query));
  for (const group of ["meets", "cannot_tell", "does_not_meet"]) {
    const expected = vendors.filter((_, index) => outcomes[index] === group);
    const { ids, total } = answer[group];
    if (total !== expected.length || ids.join() !== expected.join()) {
      return `${JSON.stringify(query)}: ${group}: ${ids} instead of ${expected}`;
    }
  }
  return undefined;
}

async function optionsDiffer(engine, vendors, query, row, choice) {
  const options = engine.query({ ...asked(query), limit: 0, options: [row] }).options[row];
  const isElsewhere = (requirement) => !requirement.replace(/^not /, "").startsWith(`${row} `);
  const others = {
    require: query.require.filter(isElsewhere), requireOrCannotTell: query.requireOrCannotTell.filter(isElsewhere),
  };
  const chosen = choice.several(options, OPTIONS, 1);
  const named = [...others.require, ...others.requireOrCannotTell, ...chosen.map(({ requirement }) => requirement)];
  const verdicts = await judged(engine, vendors, named);
  for (const option of chosen) {
    const asks = { ...others, require: [...others.require, option.requirement] };
    const outcomes = verdicts.map((one) => outcome(one, asks));
    for (const group of ["meets", "cannot_tell"]) {
      const expected = outcomes.filter((one) => one === group).length;
      if (option[group] !== expected) {
        return `${JSON.stringify(query)}: ${option.requirement}: ${group} ${option[group]} instead of ${expected}`;
      }
    }
  }
  return undefined;
}
