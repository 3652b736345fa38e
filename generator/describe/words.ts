import { z } from "zod";
import { yamlValue } from "../load/yaml-value.js";
import { pointer, type ProblemList } from "../model/problem.js";

const argumentWords = z.union(
  [
    z.string(),
    z.strictObject({
      words: z.string().optional(),
      /** The values that the API takes. */
      choices: z.array(z.string()).min(1).optional(),
      /** The API takes one text with commas. Callers give a list. */
      list: z.literal(true).optional(),
    }),
  ],
  "describe an argument as a text, or with words:, choices: (a list of texts) and list: true",
);

type ArgumentWords = z.infer<typeof argumentWords>;

/** What a description says of an argument. */
export function argumentWordsOf(given: ArgumentWords = {}): Exclude<ArgumentWords, string> {
  return typeof given === "string" ? { words: given } : given;
}

export const operationWords = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/, "a name is lower-case letters, digits and _"),
  title: z.string().min(1),
  description: z.string().min(1),
  aliases: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  access: z.enum(["list", "get", "create", "update", "delete", "custom"]).optional(),
  hints: z
    .strictObject({ read_only: z.boolean(), destructive: z.boolean(), idempotent: z.boolean() })
    .partial()
    .optional(),
  arguments: z.record(z.string(), argumentWords).optional(),
  /** Arguments with other names than the API's, by the API's name, which calls may use too. */
  argument_names: z.record(z.string(), z.string().regex(/^[a-z][a-z0-9_]*$/)).optional(),
  former_arguments: z
    .record(
      z.string(),
      z.strictObject({
        now: z.string().min(1),
        until: z.iso.date("until: is the last day of the former name, such as 2027-05-26"),
      }),
    )
    .optional(),
  ignored_arguments: z
    .record(
      z.string(),
      z.strictObject({ without: z.string().min(1), with: z.array(z.string()).min(1).optional() }),
    )
    .optional(),
  poll: z.unknown().optional(),
  view: z.array(z.string()).optional(),
});

const wordsFile = z.strictObject({ group: z.string(), operations: z.record(z.string(), z.unknown()) });

/** The description of an operation, with the group of its file. */
export type Words = z.infer<typeof operationWords> & { readonly group: string; readonly at: string };

/** Words that replace some of those that a document has. They never hold a name: those are pinned apart. */
export type PartialWords = Partial<z.infer<typeof operationWords>> & {
  readonly group?: string;
  readonly at: string;
};

/** Descriptions that arguments of all operations share, by place and name. */
export type CommonWords = Readonly<Record<string, Readonly<Record<string, ArgumentWords>>>>;

/** A source file: its path from the project's root, for problems, and its text. */
export interface SourceFile {
  readonly at: string;
  readonly text: string;
}

/** Reads the descriptions files. Malformed or duplicate entries are reported and left out. */
export function loadWords(files: readonly SourceFile[], problems: ProblemList): Map<string, Words> {
  const found = new Map<string, Words>();
  for (const file of files) {
    const value = parseYaml(file, problems);
    if (value === undefined) continue;
    const parsed = wordsFile.safeParse(value);
    if (!parsed.success) {
      report(parsed.error, file.at, [], problems);
      continue;
    }
    // Problems and modules refer to a descriptions file by its group.
    const { group } = parsed.data;
    if (!file.at.endsWith(`/${group}.yaml`)) {
      const what = `Descriptions of the group ${group} must be in a file with its name.`;
      problems.error("malformed-source", `${file.at}#/group`, what, `rename the file to ${group}.yaml`);
    }
    for (const [key, value] of Object.entries(parsed.data.operations)) {
      addWords(found, [key, value], { group, at: file.at }, problems);
    }
  }
  return found;
}

/** Reads `common.yaml`. */
export function loadCommonWords(file: SourceFile, problems: ProblemList): CommonWords {
  const value = parseYaml(file, problems);
  if (value === undefined) return {};
  const parsed = z.record(z.string(), z.record(z.string(), argumentWords)).safeParse(value);
  if (parsed.success) return parsed.data;
  report(parsed.error, file.at, [], problems);
  return {};
}

/** Parses a YAML file. A syntax error becomes a problem, and the value is undefined. */
export function parseYaml({ at, text }: SourceFile, problems: ProblemList): unknown {
  try {
    return parsed(at, text);
  } catch (error) {
    problems.error("malformed-yaml", at, (error as Error).message.split("\n")[0]!.replace(/:$/, "."));
    return undefined;
  }
}

/** The last text of each file, parsed: both sides of a comparison read the same descriptions. */
const known = new Map<string, { readonly text: string; readonly value: unknown }>();

function parsed(at: string, text: string): unknown {
  const last = known.get(at);
  if (last?.text === text) return last.value;
  const value = yamlValue(text);
  known.set(at, { text, value });
  return value;
}

/** Reports each fault that zod found, at its place in the file. `at` is the file, or a place in it. */
export function report(error: z.ZodError, at: string, base: readonly string[], problems: ProblemList): void {
  const start = at.includes("#") ? at : `${at}#`;
  for (const issue of error.issues) {
    // zod reports a wrong key one level too high.
    const { message } = issue.code === "invalid_key" ? (issue.issues[0] ?? issue) : issue;
    problems.error("malformed-source", start + pointer(...base, ...issue.path.map(String)), message);
  }
}

function addWords(
  found: Map<string, Words>,
  [key, value]: readonly [key: string, value: unknown],
  { group, at }: { group: string; at: string },
  problems: ProblemList,
): void {
  const where = at + "#" + pointer("operations", key);
  const parsed = operationWords.safeParse(value);
  if (!parsed.success) return report(parsed.error, at, ["operations", key], problems);
  const before = found.get(key);
  if (before) {
    problems.error(
      "described-twice",
      where,
      `${key} is also described in ${before.at}.`,
      "keep one of the two",
    );
    return;
  }
  found.set(key, { ...parsed.data, group, at: where });
}
