// Tables as they are printed.

/** Lines of columns: the first column to the left, the others to the right. */
export function table(head, rows) {
  const lines = [head, ...rows].map((line) => line.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const cell = (text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  return lines.map((line) => `  ${line.map(cell).join("  ")}`.trimEnd()).join("\n");
}

/** A time in milliseconds, to three digits. */
export function ms(time) {
  if (time === undefined || Number.isNaN(time)) return "–";
  return time >= 100 ? time.toFixed(0) : time >= 10 ? time.toFixed(1) : time >= 1 ? time.toFixed(2) : time.toFixed(3);
}

/** How many times as much: 3.1×. */
export function times(ratio) {
  if (!Number.isFinite(ratio)) return "–";
  return `${ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(ratio >= 1 ? 1 : 2)}×`;
}

export const mebibytes = (bytes) => (Number.isFinite(bytes) ? (bytes / 2 ** 20).toFixed(1) : "–");
