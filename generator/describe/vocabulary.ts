import { z } from "zod";
import type { Vocabulary } from "../../runtime/contract/search.js";
import type { ProblemList } from "../model/problem.js";
import { parseYaml, report, type SourceFile } from "./words.js";

const words = z
  .string()
  .regex(/^[\p{Ll}\p{N}]+( [\p{Ll}\p{N}]+)*$/u, "use words in lower case with single spaces");

const vocabularyFile = z.strictObject({
  phrases: z.record(words, words).default({}),
  concepts: z.record(z.string().regex(/^[a-z]+$/), words).default({}),
});

/** Reads `vocabulary.yaml`, which is optional. */
export function loadVocabulary(file: SourceFile, problems: ProblemList): Vocabulary | undefined {
  const value = parseYaml(file, problems);
  if (value === undefined || value === null) return undefined;
  const parsed = vocabularyFile.safeParse(value);
  if (parsed.success) return parsed.data;
  report(parsed.error, file.at, [], problems);
  return undefined;
}
