import { z } from "@hono/zod-openapi";
import { holderKinds } from "../../identity/holders.js";
import { roles } from "../../identity/roles.js";
import { answeredTime, id, managedBy, name } from "./shared.js";

export const roleParams = z.object({ id: id("role") });

const role = z.enum(roles, `must be one of ${roles.join(", ")}`);
const holder_kind = z
  .enum(holderKinds, `must be one of ${holderKinds.join(", ")}`)
  .openapi({ description: "A group of the provider, or a person by the provider's id (the claim `sub`)." });

export const roleInput = z
  .strictObject({
    role,
    holder_kind,
    holder: name,
    integrated_account_id: z
      .string()
      .nullable()
      .optional()
      .openapi({ description: "Only on this account. Without it, on all accounts." }),
  })
  .openapi("RoleInput");

export const roleSchema = z
  .object({
    id: z.string(),
    role,
    holder_kind,
    holder: z.string(),
    integrated_account_id: z.string().nullable(),
    created_by: z.string(),
    managed_by: managedBy,
    created_at: answeredTime,
  })
  .openapi("Role");

export const personInput = z
  .strictObject({
    subject: name.openapi({ description: "The provider's id of the person, the claim `sub`." }),
  })
  .openapi("PersonInput");
