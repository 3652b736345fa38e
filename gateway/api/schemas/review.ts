import { z } from "@hono/zod-openapi";
import { verdicts } from "../../review/comparison.js";
import { serverTable } from "../../servers/server-lists.js";
import { answeredTime, listQuery, listSchema } from "./shared.js";

export const reviewQuery = listQuery(serverTable.sorts).extend({
  api: z.string().max(100).optional().openapi({ description: "The first API by default." }),
});

const verdict = z.enum(verdicts);
const sizes = z.object({ before: z.int(), after: z.int() });
const change = z.object({
  at: z.string().optional(),
  says: z.string(),
  verdict,
  words: z.array(z.object({ change: z.enum(["same", "added", "removed"]), text: z.string() })).optional(),
  warnings: z.array(z.string()).optional(),
});
const section = z.object({
  name: z.string(),
  title: z.string(),
  beside: z.array(change).openapi({ description: "Changes of servers, key, instructions and prompts." }),
  shared: z.array(z.object({ at: z.string(), says: z.string(), verdict, tools: z.array(z.string()) })),
  tools: z.array(
    z.object({
      tool: z.string(),
      operation: z.string(),
      says: z.string(),
      tokens: sizes,
      changes: z.array(change),
    }),
  ),
});
const diff = z.object({
  verdicts: z.object({ breaking: z.int(), widening: z.int(), harmless: z.int() }),
  tools: sizes,
  tokens: sizes,
  abilities: z.array(z.string()).openapi({ description: "What an agent can newly do." }),
  sections: z.array(section).openapi({ description: "The gravest changes come first." }),
});
const renamed = z.object({ from: z.string(), to: z.string() });
const serverEffect = z.object({
  id: z.string(),
  integrated_account_id: z.string(),
  name: z.string(),
  tools: sizes,
  gained: z.array(z.string()),
  lost: z.array(z.string()),
  renamed: z.array(renamed),
  former_names: z.array(renamed).openapi({ description: "Former names in its configuration." }),
  new_groups: z.array(z.string()).openapi({ description: "New groups of which it holds nothing." }),
  faults: z.array(z.string()).openapi({ description: "Faults of its selection." }),
});

export const reviewSchema = z
  .object({
    api: z.string(),
    state: z.enum(["same", "changed", "unknown"]),
    file: z.string().nullable().openapi({ description: "The file on disk that was compared with." }),
    written_at: answeredTime.nullable(),
    reason: z.string().nullable().openapi({ description: "Why nothing was compared, or only hashes." }),
    diff: diff.nullable(),
    lock: z
      .object({ file: z.string(), compared: z.int(), differences: z.array(z.string()) })
      .nullable()
      .openapi({ description: "The served surface, compared with the lock of the reviewed one." }),
    servers: listSchema(serverEffect).extend({
      checked: z.int().openapi({ description: "Server URLs that were looked at." }),
    }),
  })
  .openapi("Review");
