import { z } from "zod";
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
    .strictObject({ in: z.enum(["header", "query"]), name: z.string(), prefix: z.string().default("") })
    .optional(),
  /** What the API lets one account send. */
  /** Path of a GET that succeeds with a good key. */
  ping: z.string().startsWith("/").optional(),
  rate_limit: z.strictObject({ requests: z.int().min(1), seconds: z.number().positive() }).optional(),
  groups: z.array(z.string()),
  paging: z.array(pageRule),
  curated: z.array(z.string()),
  budgets: z
    .strictObject({ full: z.int(), curated: z.int(), discover: z.int(), chatgpt: z.int(), tool: z.int() })
    .partial(),
  instructions: z.string(),
  prompts: z.array(promptTemplate),
});

/** How one API is presented: `surface.yaml`. */
export type Surface = z.infer<typeof surfaceFile>;
export type PageRule = z.infer<typeof pageRule>;

/** Reads `surface.yaml`, or reports what is wrong with it and gives nothing. */
export function loadSurface(file: SourceFile, problems: ProblemList): Surface | undefined {
  const value = parseYaml(file, problems);
  if (value === undefined) return undefined;
  const parsed = surfaceFile.safeParse(value);
  if (parsed.success) return parsed.data;
  report(parsed.error, file.at, [], problems);
  return undefined;
}
