// A catalogue in several files, as a data folder has it: each with some of its lists, or one profile. They are joined to one
// text, and what is wrong in that is told with the file in which it stands.

const LISTS = ["sections", "certifications", "places", "groups", "documents", "providers"];

/**
 * Joins files.
 *
 * @param files their names and what is in them, parsed
 * @returns the text of the catalogue, and `located`, which moves a problem from there to where it comes from
 */
export function joined(files) {
  /** What each list has, and every line of the text with where it comes from. */
  const lists = new Map(LISTS.map((key) => [key, []]));
  const others = [];
  for (const { name, value } of files) {
    if (isProfile(value)) {
      lists.get("providers").push({ file: name, path: "", value });
      continue;
    }
    for (const [key, of] of Object.entries(value)) {
      if (lists.has(key) && Array.isArray(of)) {
        lists.get(key).push(...of.map((value, index) => ({ file: name, path: `${key}[${index}]`, value })));
      } else {
        // What does not belong there is refused with everything else that is wrong.
        others.push({ file: name, path: key, key, value: of });
      }
    }
  }
  const lines = [undefined];
  const text = ["{"];
  const write = (entry, before, after) => {
    lines.push(entry);
    text.push(`${before}${JSON.stringify(entry.value)}${after}`);
  };
  for (const entry of others) write(entry, `${JSON.stringify(entry.key)}:`, ",");
  [...lists].filter(([, entries]) => entries.length > 0).forEach(([key, entries], index) => {
    text[text.length - 1] += `${index > 0 ? "," : ""}"${key}":[`;
    entries.forEach((entry, index) => write(entry, "", index < entries.length - 1 ? "," : "]"));
  });
  return { text: `${text.join("\n")}}`, located: (problem) => located(problem, lines[problem.line - 1]) };
}

/** Whether something is one profile, and no part of a catalogue. */
function isProfile(value) {
  return !LISTS.some((key) => key in value);
}

/** A problem at the file and the path of an entry; as it is, where it is about no entry. */
function located(problem, entry) {
  if (!entry) return problem;
  const rest = problem.path.replace(/^(\w+\[\d+\]|documents: ?)\.?/, "");
  return { ...problem, file: entry.file, line: 0, column: 0, path: [entry.path, rest].filter(Boolean).join(".") };
}
