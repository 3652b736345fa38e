import { z } from "zod";
import { authSettings } from "../auth/settings.js";
import { pageRule, rateLimit } from "../describe/surface.js";
import { relationsFile } from "../describe/relations.js";
import { operationWords, type SourceFile } from "../describe/words.js";
import { didYouMean } from "../describe/did-you-mean.js";
import type { Fix, ProblemList } from "../model/problem.js";
import { readYaml, type YamlSource } from "./yaml-lines.js";

/** Where a person keeps what an API's document does not say, in the folder of its generated files. */
export const SETTINGS_FILE = "standpipe.yaml";

const text = z.string().trim().min(1);
const toolName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,47}$/, "a name is at most 48 lower-case letters, digits and _");
const httpUrl = z.url({ protocol: /^https?$/, error: "it takes an http or https URL" });

const origin = z.strictObject({
  url: httpUrl,
  /** Operations that are sent there, by `METHOD /path`. */
  operations: z.array(text).min(1),
  auth: authSettings.optional(),
});

const settingsFile = z.strictObject({
  title: text.max(60).optional(),
  server: z.union([httpUrl, z.record(z.string().regex(/^[a-z][a-z0-9_-]*$/), httpUrl)]).optional(),
  auth: authSettings.optional(),
  rate_limit: rateLimit.optional(),
  /** New names of groups; or the group of an operation, by `METHOD /path`. */
  groups: z
    .record(z.string(), z.string().regex(/^[a-z][a-z0-9_]*$/, "a group is lower-case letters, digits and _"))
    .optional(),
  names: z.record(z.string(), toolName).optional(),
  curated: z.array(text).optional(),
  /** Path of the words file, from this file's folder. */
  words: text.optional(),
  paging: z.array(pageRule).optional(),
  relations: relationsFile.optional(),
  polling: z.record(z.string(), z.unknown()).optional(),
  origins: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), origin).optional(),
});

/** What a person set for an API. What is absent is taken or guessed from the document. */
export type Settings = z.infer<typeof settingsFile>;

/** Words of operations, by `METHOD /path`. They replace the document's. */
export type WordOverrides = Readonly<Record<string, Partial<z.infer<typeof operationWords>>>>;

const wordsFile = z.strictObject({
  operations: z.record(z.string(), operationWords.omit({ name: true, poll: true }).partial()),
});

/** The settings, and where each stands. */
export interface LoadedSettings {
  readonly settings: Settings;
  /** `standpipe.yaml:12` for a path such as `["names", "GET /pets"]`. */
  at(path: readonly PropertyKey[]): string;
}

export const noSettings: LoadedSettings = { settings: {}, at: () => SETTINGS_FILE };

/** Reads `standpipe.yaml`. A file of comments has no settings; a fault names the line and the fix. */
export function loadSettings(file: SourceFile, problems: ProblemList): LoadedSettings {
  const source = readYaml(file.text);
  return {
    settings: checked(file.at, source, settingsFile, problems) ?? {},
    at: (path) => `${file.at}:${source.lineOf(path)}`,
  };
}

/** The words file that settings name, where they can be read at all. */
export function wordsPathIn(text: string): string | undefined {
  const { words } = (readYaml(text).value ?? {}) as { readonly words?: unknown };
  return typeof words === "string" && words !== "" ? words : undefined;
}

/** Reads the words file that the settings name. */
export function loadOverrides(file: SourceFile | undefined, problems: ProblemList): WordOverrides {
  return (file && checked(file.at, readYaml(file.text), wordsFile, problems))?.operations ?? {};
}

function checked<Schema extends z.ZodType>(
  at: string,
  source: YamlSource,
  schema: Schema,
  problems: ProblemList,
): z.output<Schema> | undefined {
  for (const { line, what } of source.faults) problems.error("malformed-yaml", `${at}:${line}`, what);
  if (source.faults.length > 0 || source.value === null) return undefined;
  const parsed = schema.safeParse(source.value);
  if (parsed.success) return parsed.data;
  for (const { path, message, fix } of parsed.error.issues.flatMap((issue) => faultsOf(issue, schema)))
    problems.error("malformed-source", `${at}:${source.lineOf(path)}`, message, fix);
  return undefined;
}

interface SettingFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly fix?: Fix;
}

function faultsOf(issue: z.core.$ZodIssue, schema: z.ZodType): SettingFault[] {
  const { path } = issue;
  const place = path.length === 0 ? "" : `${path.map(String).join(".")}: `;
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `${place}There is no setting ${key} here.`,
        fix: didYouMean(
          key,
          path.length === 0 && schema instanceof z.ZodObject ? Object.keys(schema.shape) : [],
        ),
      }));
    case "invalid_key":
      return [{ path, message: `${place}${issue.issues[0]?.message ?? issue.message}` }];
    case "invalid_union": {
      const nearest = issue.errors.flat().find(({ code }) => code === "custom") ?? issue.errors.at(-1)?.[0];
      const inner = nearest && { ...nearest, path: [...path, ...nearest.path] };
      return inner ? faultsOf(inner, schema) : [{ path, message: `${place}${issue.message}` }];
    }
    default:
      return [{ path, message: `${place}${issue.message}` }];
  }
}
