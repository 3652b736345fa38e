import { z } from "@hono/zod-openapi";
import { usageGroups } from "../../usage/select-usage.js";
import { answeredTime, time } from "./shared.js";

const filter = z.string().max(200).optional();

export const usageQuery = z.strictObject({
  by: z
    .enum(usageGroups, `must be one of ${usageGroups.join(", ")}`)
    .optional()
    .openapi({ default: "tool" }),
  since: time.optional().openapi({ description: "To the hour. By default 24 hours before `until`." }),
  until: time.optional().openapi({ description: "By default now." }),
  integrated_account_id: filter,
  server_id: filter,
  tool: filter,
  person: filter.openapi({ description: "The actor of the audit log: `oauth:<subject>`, or `server`." }),
  limit: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(1, "must be from 1 to 1000")
    .max(1_000, "must be from 1 to 1000")
    .optional()
    .openapi({ description: "Maximum number of groups, 50 by default. Of hours and days, the latest ones." }),
});

const numbers = {
  calls: z.int(),
  errors: z.int(),
  tokens: z.int().openapi({ description: "Tokens in results, estimated by their bytes." }),
  p50_ms: z.int().nullable(),
  p95_ms: z.int().nullable(),
};

export const usageReport = z
  .object({
    since: answeredTime,
    until: answeredTime,
    by: z.enum(usageGroups),
    total: z.object(numbers),
    result: z.array(z.object({ key: z.string(), name: z.string().nullable(), ...numbers })),
  })
  .openapi("UsageReport", { description: "Groups with the most calls first; hours and days by time." });
