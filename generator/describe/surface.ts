import { z } from "zod";
import { surfaces } from "../../runtime/contract/surfaces.js";
import { authSettings } from "../auth/settings.js";
import type { ProblemList } from "../model/problem.js";
import { parseYaml, report, type SourceFile } from "./words.js";

const sized = {
  /** The parameter that says how many items a page has. */
  size: z.string().optional(),
  /** The items of a page where the caller gives no number, if the contract does not say so. */
  usual: z.int().min(1).optional(),
  /** The most items that a page may have. */
  most: z.int().min(1),
  /** The operations that the rule is for, by `METHOD /path`; all that have its parameters where it names none. */
  only: z.array(z.string()).optional(),
};

/** What the first page or item is counted as, where that is not what is usual. */
const first = z.int().min(0).max(1).optional();

export const pageRule = z.discriminatedUnion(
  "style",
  [
    z.strictObject({ style: z.literal("page"), page: z.string(), first, ...sized }),
    z.strictObject({ style: z.literal("cursor"), cursor: z.string(), ...sized }),
    z.strictObject({
      style: z.literal("after"),
      after: z.string(),
      key: z.string(),
      ...sized,
      only: z.array(z.string()),
    }),
    z.strictObject({ style: z.literal("offset"), start: z.string(), first, ...sized }),
    z.strictObject({ style: z.literal("link"), ...sized, only: z.array(z.string()) }),
  ],
  "style: is page, cursor, offset, after or link",
);

const promptTemplate = z.strictObject({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  arguments: z
    .array(
      z.strictObject({ name: z.string(), description: z.string(), required: z.boolean().default(false) }),
    )
    .default([]),
  tools: z.array(z.string()),
  text: z.string(),
});

const preset = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  title: z.string(),
  about: z.string(),
  groups: z.record(z.string(), z.enum(["read", "write", "all"])),
  days: z.int().min(1).optional(),
});

export const rateLimit = z.strictObject({ requests: z.int().min(1), seconds: z.number().positive() });

const surfaceFile = z.strictObject({
  title: z.string(),
  /** The API's name inside managed names. */
  product: z.string(),
  servers: z.record(z.string(), z.url()),
  auth: authSettings.optional(),
  /** Path of a GET that succeeds with a good key. */
  ping: z.string().startsWith("/").optional(),
  /** What the API lets one account send. */
  rate_limit: rateLimit.optional(),
  groups: z.array(z.string()),
  paging: z.array(pageRule),
  curated: z.array(z.string()),
  /** The token budgets of each surface, and of one tool. */
  budgets: z.partialRecord(z.enum([...surfaces, "tool"]), z.int()),
  instructions: z.string(),
  prompts: z.array(promptTemplate),
  /** Records that clients can read as resources, by the tool that reads one by id. */
  records: z
    .array(
      z.strictObject({
        collection: z.string().regex(/^[a-z][a-z0-9_]*$/),
        tool: z.string(),
        title: z.string(),
        description: z.string(),
      }),
    )
    .default([]),
  /** Tools that people should know about before they allow them. */
  effects: z
    .strictObject({ pages_people: z.array(z.string()), customer_facing: z.array(z.string()) })
    .partial()
    .default({}),
  /** Usual choices of tools for a new server URL. */
  presets: z.array(preset).default([]),
});

/** The presentation of an API: `surface.yaml`. */
export type SurfaceFile = z.infer<typeof surfaceFile>;
export type PageRule = z.infer<typeof pageRule>;

/** Reads `surface.yaml`. If it is wrong, reports why and returns nothing. */
export function loadSurface(file: SourceFile, problems: ProblemList): SurfaceFile | undefined {
  const value = parseYaml(file, problems);
  if (value === undefined) return undefined;
  const parsed = surfaceFile.safeParse(value);
  if (parsed.success) return parsed.data;
  report(parsed.error, file.at, [], problems);
  return undefined;
}
