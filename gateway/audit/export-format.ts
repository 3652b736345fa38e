import { stringify } from "csv-stringify/sync";
import { answerName, auditColumns, type LogEntry } from "./fields.js";

export const exportFormats = ["jsonl", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

interface Format {
  readonly contentType: string;
  /** What comes before the first entry. */
  readonly head: string;
  print(entries: readonly LogEntry[]): string;
}

const names = auditColumns.map(answerName);

/** How an export of the log is written. */
export const exportFormat: Readonly<Record<ExportFormat, Format>> = {
  jsonl: {
    contentType: "application/jsonl",
    head: "",
    print: (entries) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""),
  },
  csv: {
    contentType: "text/csv; charset=utf-8",
    head: stringify([names]),
    // A client may choose a name that a spreadsheet would run as a formula.
    print: (entries) => stringify(entries.map(cellsOf), { escape_formulas: true }),
  },
};

/** A structure is JSON text. */
function cellsOf(entry: LogEntry): (string | number | null)[] {
  return names.map((name) => {
    const value: unknown = entry[name];
    return typeof value === "string" || typeof value === "number" || value === null
      ? value
      : JSON.stringify(value);
  });
}
