import { GatewayError } from "../error.js";
import type { Session } from "../sessions.js";
import type { Identity } from "./identity.js";

/**
 * The person of a session.
 * @throws GatewayError 403 for the admin token and for service tokens, which belong to no person
 */
export function personOf(session: Session | undefined): Identity {
  if (session?.identity) return session.identity;
  throw new GatewayError(
    403,
    "Only people who sign in at the provider have own keys and clients. Sign out, and sign in there.",
  );
}
