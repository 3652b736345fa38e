import { z } from "@hono/zod-openapi";
import { answeredTime, pageQuery, time } from "./shared.js";

export const logQuery = pageQuery.extend({
  kind: z.enum(["manage", "call", "access"]).optional(),
  action: z.string().max(100).optional(),
  outcome: z.string().max(100).optional(),
  actor: z.string().max(200).optional(),
  request_id: z.string().max(100).optional(),
  integrated_account_id: z.string().max(100).optional(),
  server_id: z.string().max(100).optional(),
  tool: z.string().max(100).optional(),
  access: z.string().max(20).optional(),
  since: time.optional(),
  until: time.optional(),
});
export const logEntrySchema = z
  .object({
    id: z.string(),
    at: answeredTime,
    kind: z.enum(["manage", "call", "access"]),
    action: z.string(),
    outcome: z.string(),
    actor: z.string(),
    request_id: z.string(),
    address: z.string().nullable(),
    integrated_account_id: z.string().nullable(),
    server_id: z.string().nullable(),
    token_id: z.string().nullable(),
    tool: z.string().nullable(),
    access: z.string().nullable(),
    argument_names: z.array(z.string()).nullable(),
    digest: z.string().nullable(),
    arguments: z.unknown(),
    upstream_status: z.int().nullable(),
    duration_ms: z.int().nullable(),
    result_bytes: z.int().nullable(),
    detail: z.unknown(),
  })
  .openapi("LogEntry");
