import { z } from "@hono/zod-openapi";
import { approvalRules } from "../../accounts/approval-rules.js";
import { keyReference } from "./key-reference.js";
import { answeredTime, id, managedBy, name } from "./shared.js";

export const accountParams = z.object({ id: id("integrated account") });

const changeable = {
  name,
  api_key: z
    .string("must be text")
    .trim()
    .min(1, "must not be empty")
    .max(20_000)
    .optional()
    .openapi({
      description:
        "Stored encrypted and never returned. For an API with several credentials, NAME=value for each, on lines of " +
        "their own; the names are those of the API's `credentials`.",
    }),
  key_reference: keyReference("api_key"),
  region: z
    .string()
    .max(40)
    .optional()
    .openapi({ description: "A region of the API, or `sandbox` where one runs." }),
  base_url: z
    .string()
    .max(500)
    .optional()
    .openapi({ description: "Instead of a region: one of those in STANDPIPE_BASE_URLS." }),
  approvals: approvalRules.nullable().optional(),
  verify: z
    .boolean("must be true or false")
    .optional()
    .openapi({ description: "`false` saves the key without a check." }),
};
export const accountInput = z
  .strictObject({
    ...changeable,
    api: z
      .string()
      .max(40)
      .optional()
      .openapi({ description: "The name of its API; required where the gateway serves several." }),
  })
  .openapi("AccountInput");
export const accountChange = z
  .strictObject(changeable)
  .partial()
  .refine((change) => Object.keys(change).length > 0, "needs at least one field to change")
  .openapi("AccountChange");
export const accountSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    api: z.string(),
    region: z.string().nullable(),
    base_url: z.string(),
    key_reference: z.string().nullable(),
    approvals: approvalRules.nullable(),
    verified_at: answeredTime.nullable(),
    managed_by: managedBy,
    created_at: answeredTime,
    updated_at: answeredTime,
  })
  .openapi("Account");
