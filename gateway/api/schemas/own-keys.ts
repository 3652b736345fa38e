import { z } from "@hono/zod-openapi";
import { answeredTime } from "./shared.js";

const times = { verified_at: answeredTime.nullable(), updated_at: answeredTime };

/** For owners of the account. */
export const ownKey = z
  .object({ id: z.string(), person: z.string(), issuer: z.string(), subject: z.string(), ...times })
  .openapi("OwnKey", { description: "A person's own key. The key itself is never shown." });

/** For the person. */
export const heldOwnKey = z
  .object({ id: z.string(), integrated_account_id: z.string(), account: z.string(), ...times })
  .openapi("HeldOwnKey", {
    description: "An own key of the person who asks. The key itself is never shown.",
  });
