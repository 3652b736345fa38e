import { z } from "zod";
import { parseYaml, report, type SourceFile } from "../describe/words.js";
import type { ProblemList } from "../model/problem.js";

const acceptedFile = z.strictObject({
  /** Texts of the document that look like instructions to a model, letter by letter. */
  texts: z.array(z.strictObject({ text: z.string().min(1), reason: z.string().min(1) })).default([]),
  /** Fields of answers that look secret by their name and are not. */
  fields: z.array(z.strictObject({ name: z.string().min(1), reason: z.string().min(1) })).default([]),
});

/** What a person accepted of a document: `accepted.yaml`. */
export interface Accepted {
  readonly texts: ReadonlySet<string>;
  readonly fields: readonly string[];
}

export const NOTHING_ACCEPTED: Accepted = { texts: new Set(), fields: [] };

/** Reads `accepted.yaml`. An empty file accepts nothing, and so does a wrong one, which is reported. */
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
