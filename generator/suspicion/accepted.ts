import { z } from "zod";
import { parseYaml, report, type SourceFile } from "../describe/words.js";
import type { ProblemList } from "../model/problem.js";

const acceptedFile = z.strictObject({
  /** Exact texts of the document that look like instructions to a model. */
  texts: z.array(z.strictObject({ text: z.string().min(1), reason: z.string().min(1) })).default([]),
  /** Fields of answers whose names look secret but are not. */
  fields: z.array(z.strictObject({ name: z.string().min(1), reason: z.string().min(1) })).default([]),
});

/** What a person accepted in a document: `accepted.yaml`. */
export interface Accepted {
  readonly texts: ReadonlySet<string>;
  readonly fields: readonly string[];
}

export const NOTHING_ACCEPTED: Accepted = { texts: new Set(), fields: [] };

/** Reads `accepted.yaml`. An empty file accepts nothing. A wrong file is reported and accepts nothing. */
export function loadAccepted(file: SourceFile, problems: ProblemList): Accepted {
  const value = parseYaml(file, problems);
  if (value === undefined || value === null) return NOTHING_ACCEPTED;
  const parsed = acceptedFile.safeParse(value);
  if (!parsed.success) {
    report(parsed.error, file.at, [], problems);
    return NOTHING_ACCEPTED;
  }
  const { texts, fields } = parsed.data;
  return { texts: new Set(texts.map(({ text }) => text)), fields: fields.map(({ name }) => name) };
}
