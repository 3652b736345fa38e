import { z } from "zod";
import { surfaces } from "../../runtime/contract/surfaces.js";
import type { ProblemList } from "../model/problem.js";
import { parseYaml, report, type SourceFile } from "./words.js";

const pageRule = z.discriminatedUnion("style", [
  z.strictObject({ style: z.literal("page"), page: z.string(), size: z.string(), most: z.int() }),
  z.strictObject({ style: z.literal("cursor"), cursor: z.string(), size: z.string(), most: z.int() }),
  z.strictObject({
    style: z.literal("after"),
    after: z.string(),
    size: z.string().optional(),
    key: z.string(),
    most: z.int(),
    only: z.array(z.string()),
  }),
  z.strictObject({ style: z.literal("offset"), start: z.string(), size: z.string(), most: z.int() }),
]);

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

const surfaceFile = z.strictObject({
  title: z.string(),
  /** The API's name inside managed names. */
  product: z.string(),
  servers: z.record(z.string(), z.url()),
  key: z
    .strictObject({
      in: z.enum(["header", "query"]),
      name: z.string(),
      prefix: z.string().default(""),
      /** The prefix of every key. It is used to find and redact keys in texts. */
      starts: z.string().min(3).optional(),
    })
    .optional(),
  /** The API's rate limit for one account. */
  /** Path of a GET that succeeds with a valid key. */
  ping: z.string().startsWith("/").optional(),
  rate_limit: z.strictObject({ requests: z.int().min(1), seconds: z.number().positive() }).optional(),
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
});

/** The presentation of an API: `surface.yaml`. */
export type Surface = z.infer<typeof surfaceFile>;
export type PageRule = z.infer<typeof pageRule>;

/** Reads `surface.yaml`. If it is wrong, reports why and returns nothing. */
export function loadSurface(file: SourceFile, problems: ProblemList): Surface | undefined {
  const value = parseYaml(file, problems);
  if (value === undefined) return undefined;
  const parsed = surfaceFile.safeParse(value);
  if (parsed.success) return parsed.data;
  report(parsed.error, file.at, [], problems);
  return undefined;
}
