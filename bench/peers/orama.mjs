// Orama: words, filters and facets of its own.

import { create, insertMultiple, search } from "@orama/orama";
import { order, words } from "./shared.mjs";

export const name = "orama";
export const notes = "Words, filters and facets by Orama. Counts without their own selection take up to two more"
  + " searches; two beginnings of words find fewer than there are, by its rules.";

let database;

export async function load(text) {
  database = create({
    schema: {
      words: "string", hostingRegions: "enum[]", certifications: "enum[]", deployment: "enum", encryption: "enum[]",
      retentionDays: "number", isRetentionUnknown: "boolean",
    },
    sort: { enabled: false },
    components: {
      tokenizer: {
        language: "english", normalizationCache: new Map(), tokenize: (text) => [...new Set(words(text))],
      },
    },
  });
  await insertMultiple(database, JSON.parse(text).map(document), 1000);
}

function document(vendor) {
  const { id, name, description, retentionDays, hostingRegions, certifications, deployment, encryption } = vendor;
  return {
    id: `v${id}`, number: id, name, words: `${name} ${description}`, hostingRegions, certifications, deployment,
    encryption, isRetentionUnknown: retentionDays === null, ...(retentionDays === null ? {} : { retentionDays }),
  };
}

/** A document as the order of results compares it. */
const sortable = ({ number, name, retentionDays }) => ({ id: number, name, retentionDays: retentionDays ?? null });

function kept(retention) {
  if (retention === null) return [];
  const isShort = { retentionDays: { lte: retention.max } };
  return [retention.includeUnknown ? { or: [isShort, { isRetentionUnknown: true }] } : isShort];
}

export async function query(asked) {
  const hosted = asked.regions.length > 0 ? [{ hostingRegions: { containsAny: asked.regions } }] : [];
  const held = asked.certifications.length > 0 ? [{ certifications: { containsAll: asked.certifications } }] : [];
  const compare = order(asked.sort);
  const find = (filters, facets, limit) => {
    const and = [...filters, ...kept(asked.retention)];
    return search(database, {
      term: asked.text,
      ...(asked.text === "" ? {} : { properties: ["words"], threshold: 0 }),
      ...(and.length > 0 ? { where: { and } } : {}),
      facets: Object.fromEntries(facets.map((facet) => [facet, {}])),
      limit,
      ...(limit > 0 ? { sortBy: (a, b) => compare(sortable(a[2]), sortable(b[2])) } : { preflight: true }),
    });
  };
  const all = ["hostingRegions", "certifications", "deployment", "encryption"];
  const found = await find([...hosted, ...held], all, asked.limit);
  const regions = hosted.length > 0 ? await find(held, ["hostingRegions"], 0) : found;
  const certifications = held.length > 0 ? await find(hosted, ["certifications"], 0) : found;
  return {
    ids: found.hits.map((hit) => hit.document.number),
    total: found.count,
    facets: {
      regions: regions.facets.hostingRegions.values,
      certifications: certifications.facets.certifications.values,
      deployment: found.facets.deployment.values,
      encryption: found.facets.encryption.values,
    },
  };
}
