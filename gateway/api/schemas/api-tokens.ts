import { z } from "@hono/zod-openapi";
import { answeredTime, id, name, time, told } from "./shared.js";

export const apiTokenParams = z.object({ id: id("API token") });

export const apiTokenInput = z
  .strictObject({
    name,
    integrated_account_id: z
      .string()
      .nullable()
      .optional()
      .openapi({ description: "Only works for this account's servers." }),
    expires_at: time.nullable().optional(),
  })
  .openapi("ApiTokenInput");
export const apiTokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    integrated_account_id: z.string().nullable(),
    expires_at: answeredTime.nullable(),
    last_used_at: answeredTime.nullable(),
    created_at: answeredTime,
  })
  .openapi("ApiToken");
export const createdApiToken = apiTokenSchema.extend({ token: told.token }).openapi("CreatedApiToken");
