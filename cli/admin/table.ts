/** Rows with headings. Columns are as wide as their longest cell. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const texts = [headings, ...rows].map((row) => row.map((cell) => shown(cell)));
  const widths = headings.map((_, column) => Math.max(...texts.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join("  ")
      .trimEnd();
  return texts.map(line).join("\n");
}

/** Cells of a row that is printed on its own. */
export function line(cells: readonly (string | number | null | undefined)[]): string {
  return cells.map(shown).join("  ");
}

/** A record's fields, one per line. */
export function fields(record: Readonly<Record<string, unknown>>): string {
  const width = Math.max(...Object.keys(record).map((name) => name.length));
  const text = (value: unknown) =>
    typeof value === "object" && value !== null ? JSON.stringify(value) : shown(value as string);
  return Object.entries(record)
    .map(([name, value]) => `${name.padEnd(width)}  ${text(value)}`)
    .join("\n");
}

/** Escapes a name, which could control the terminal. Times are shown to the second. */
function shown(cell: string | number | null | undefined): string {
  if (cell === null || cell === undefined) return "-";
  const text = String(cell).replace(/[\p{Cc}\p{Cf}]/gu, "?");
  return /^\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z$/.test(text) ? `${text.slice(0, 19)}Z` : text;
}
