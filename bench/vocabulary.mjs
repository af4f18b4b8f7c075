// The values that made-up vendors have, the frequent ones first.

export const REGIONS = ("US DE IE NL GB FR SG AU CA JP SE CH BR IN FI PL ES IT AT BE DK NO KR AE ZA NZ IL CZ PT LU"
  + " HK MX ID MY TH TW RO HU GR EE LT LV IS BG HR SK SI MT CY CL CO AR TR SA QA KE NG EG VN PH").split(" ");

export const CERTIFICATIONS = ("iso-27001 soc-2-type-2 pci-dss iso-27018 iso-27017 hipaa-attested soc-1 iso-9001"
  + " iso-27701 csa-star-2 soc-3 iso-22301 c5 cyber-essentials hds fedramp-moderate tisax iso-20000 ens-high irap"
  + " ismap fedramp-high cyber-essentials-plus iso-42001 mtcs-3 iso-14001 hitrust secnumcloud nen-7510 k-isms"
  + " csa-star-1 soc-2-type-1 iso-50001 stateramp dpf ens-medium cispe eu-cloud-code swift-csp en-301-549"
  + " iso-27799 bsi-grundschutz pci-pin pci-3ds nist-800-171 cmmc-2 gxp-part-11 iso-13485 iso-26262 ts-16949"
  + " asd-essential-8 cps-234 mas-trm osspas rbi-cloud sama-csf uae-nesa kisa-csap ccsk tuev-cloud").split(" ");

export const ENCRYPTION = ["at-rest", "in-transit", "own-keys", "by-field", "end-to-end", "keys-held-by-customer"];

export const DEPLOYMENT = ["shared", "own-instance", "on-premises"];

export const SUBPROCESSORS = Array.from({ length: 300 }, (_, index) => `behind-${index + 1}`);

/** Days for which data is kept by habit; others exist, but are rare. */
export const USUAL_DAYS = [30, 90, 365, 30, 7, 180, 14, 0, 60, 30, 730, 1, 1095, 1825, 2555, 3650, 45, 35];

export const PERCENTAGES = [99.9, 99.5, 99.95, 99, 99.99];

/** What products are about. */
export const WORDS = ("data team cloud report customer document project secure message invoice workflow order ticket"
  + " contact calendar form survey payment contract meeting file search dashboard backup chat product stock price quote"
  + " delivery route fleet driver vehicle sensor device machine plant energy water waste building room desk visitor"
  + " badge access identity password session audit policy risk incident alert log metric trace event queue stream"
  + " table query model training label image video audio voice text translation caption page site shop cart coupon"
  + " loyalty review rating campaign audience segment newsletter mailing press media podcast library archive record"
  + " signature approval request budget expense payroll shift holiday hiring candidate interview course lesson student"
  + " teacher school patient clinic doctor laboratory sample study trial pharmacy insurance claim premium loan mortgage"
  + " bank account ledger tax audit portfolio trading fund donation member club event booking travel hotel flight"
  + " restaurant menu kitchen recipe farm field crop animal forest mine drill bridge road harbour ship container"
  + " warehouse supplier purchase tender auction bid licence patent trademark court case evidence notary town council"
  + " permit petition vote archive museum gallery concert theatre ticketing stadium league player coach fitness sleep"
  + " nutrition therapy mobile desktop browser plugin gateway proxy network tunnel switch antenna satellite map place"
  + " address weather climate carbon compiler debugger notebook editor whiteboard diagram prototype design render print"
  + " font template component release deployment cluster kernel storage cache index migration sync export import")
  .split(" ").filter((word, index, all) => all.indexOf(word) === index);

/** What names are put together from. */
export const SYLLABLES = "ba cor da el fin ga hol ira jun ka lum mer no ola pex qui ro sti tal uno va wex yra zo".split(" ");
export const ENDINGS = "Software Systems Cloud Labs Works Data Online Tools Group Services".split(" ");
