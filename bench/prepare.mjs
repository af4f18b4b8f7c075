// From the neutral catalogue to one of ours: one JSON text by docs/schema/catalogue.json.
//
// It says what a curator would write who had read one trust page for each vendor: every claim has evidence with a
// section and a sentence. Lists are complete, so they are closed; what is not stated is not claimed. Rows that the
// real catalogue has too have the same ids here.

import { CERTIFICATIONS, REGIONS } from "./vocabulary.mjs";

/** The sections and rows. The values of rows of type `ids` are those that some vendor has. */
const sections = (vendors) => [
  section("data-location", "Where the data is", [
    { ...row("region-primary", "Main hosting place", "places"), role: "primary" },
    { ...row("deployment", "How it is deployed", "ids"), values: terms(vendors, "deployment") },
  ]),
  section("certificates", "Certificates", [row("cert-own", "Certificates the vendor holds", "certificates")]),
  section("retention", "Keeping and deleting data", [
    row("ret-personal", "Personal data is kept at most", "duration"),
    row("ret-backup", "Backups are kept for", "duration"),
  ]),
  section("protection", "Protection and availability", [
    { ...row("encryption", "Encryption", "ids"), values: terms(vendors, "encryption") },
    row("sla", "Availability promised by the vendor", "percentage"),
  ]),
  section("upstream", "Who stands behind it", [row("upstream", "Sub-processors", "providers")]),
];

const section = (id, name, rows) => ({ id, name, rows });
const row = (id, name, type) => ({ id, name, type });
const terms = (vendors, field) => valuesOf(vendors, field).map((id) => ({ id, name: spaced(id) }));

/** All values that some vendor has, and those that are known besides, in alphabetical order. */
function valuesOf(vendors, field, known = []) {
  return [...new Set([...known, ...vendors.flatMap((vendor) => vendor[field])])].sort();
}

const spaced = (id) => id.replaceAll("-", " ");

/** The id of a vendor: ids are ordered as texts, so numbers get zeros before them. */
export const idOf = (number) => `v${String(number).padStart(7, "0")}`;

/** The catalogue of these vendors. */
export function prepared(neutral) {
  const vendors = JSON.parse(neutral);
  const placeNames = new Intl.DisplayNames(["en"], { type: "region" });
  const behind = valuesOf(vendors, "subprocessors");
  const catalogue = {
    sections: sections(vendors),
    certifications: valuesOf(vendors, "certifications", CERTIFICATIONS)
      .map((id) => ({ id, name: spaced(id).toUpperCase(), kind: "certificate" })),
    places: valuesOf(vendors, "hostingRegions", REGIONS).map((code) => ({ code, name: placeNames.of(code) })),
    groups: [],
    documents: vendors.map((vendor) => document(vendor)),
    providers: [
      ...behind.map((id) => ({ id, name: `Provider ${spaced(id)}`, kind: "provider" })),
      ...vendors.map((vendor) => profile(vendor, placeNames)),
    ],
  };
  return JSON.stringify(catalogue);
}

const documentOf = (vendor) => `${idOf(vendor.id)}-trust`;

function document(vendor) {
  return { id: documentOf(vendor), title: "Security and trust", publisher: idOf(vendor.id) };
}

function profile(vendor, placeNames) {
  return {
    id: idOf(vendor.id),
    name: vendor.name,
    kind: "vendor",
    summary: vendor.description,
    covers: ["data-location", "certificates", "retention", "protection", "upstream"],
    claims: claims(vendor, placeNames),
  };
}

/** What is claimed of a vendor; nothing where nothing is stated. */
function claims(vendor, placeNames) {
  const list = (items) => ({ items, list: "closed" });
  const named = vendor.hostingRegions.map((code) => placeNames.of(code));
  const kept = (days, counts) => ({ length: `P${days}D`, limit: "fixed", counts });
  const claim = (row, value, section, statement) => ({
    row,
    state: "stated",
    value,
    evidence: [{ document: documentOf(vendor), section, statement }],
  });
  const { certifications, retentionDays, backupRetentionDays, encryption, deployment, subprocessors, slaPercent } = vendor;
  return [
    named.length > 0 && claim("region-primary", { all: vendor.hostingRegions },
      "Data centres", `Customer data is hosted in ${named.join(", ")}.`),
    claim("deployment", list([deployment]), "Architecture", `The service comes as ${spaced(deployment)} only.`),
    certifications.length > 0 && claim("cert-own", list(certifications),
      "Certificates and attestations", `${certifications.length} valid certificates are listed.`),
    retentionDays !== null && claim("ret-personal", kept(retentionDays, "personal data"),
      "Deletion of data", `Personal data is erased after ${retentionDays} days.`),
    backupRetentionDays !== null && claim("ret-backup", kept(backupRetentionDays, "backups"),
      "Backup", `Backups are kept for ${backupRetentionDays} days.`),
    encryption.length > 0 && claim("encryption", list(encryption),
      "Encryption", `Data is encrypted: ${encryption.map(spaced).join(", ")}.`),
    slaPercent !== null && claim("sla", { percent: slaPercent },
      "Service level", `The service is available ${slaPercent} % of the time.`),
    subprocessors.length > 0 && claim("upstream", list(subprocessors),
      "Sub-processors", `${subprocessors.length} sub-processors are listed.`),
  ].filter((claim) => claim !== false);
}
