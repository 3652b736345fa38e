import { z } from "@hono/zod-openapi";
import { answeredTime, id } from "./shared.js";

export const connectionParams = z.object({ id: id("connection") });

export const connectionSchema = z
  .object({
    id: z.string(),
    integrated_account_id: z.string(),
    server_id: z.string(),
    issuer: z.string(),
    subject: z.string().openapi({ description: "The person, by the provider's id." }),
    client_id: z.string(),
    client_name: z.string().openapi({ description: "As the client says." }),
    redirect_host: z.string().openapi({ description: "Where the client's code was sent." }),
    scopes: z.array(z.string()),
    created_at: answeredTime,
    used_at: answeredTime,
    expires_at: answeredTime,
  })
  .openapi("Connection");

/** For the person who allowed the client. */
export const ownConnectionSchema = connectionSchema
  .extend({ account: z.string(), server: z.string() })
  .openapi("OwnConnection");
