import { z } from "@hono/zod-openapi";
import { serviceRoles } from "../../identity/roles.js";
import { answeredTime, id, name, time, told } from "./shared.js";

export const serviceTokenParams = z.object({ id: id("service token") });

const role = z.enum(serviceRoles, `must be one of ${serviceRoles.join(", ")}`);

export const serviceTokenInput = z
  .strictObject({
    name,
    role,
    integrated_account_id: z
      .string()
      .nullable()
      .optional()
      .openapi({ description: "Only for this account. Without it, for all accounts." }),
    expires_at: time.openapi({ description: "Within the next 366 days." }),
  })
  .openapi("ServiceTokenInput");
export const serviceTokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role,
    integrated_account_id: z.string().nullable(),
    created_by: z.string(),
    expires_at: answeredTime,
    last_used_at: answeredTime.nullable(),
    created_at: answeredTime,
  })
  .openapi("ServiceToken");
export const createdServiceToken = serviceTokenSchema
  .extend({ token: told.token })
  .openapi("CreatedServiceToken");
