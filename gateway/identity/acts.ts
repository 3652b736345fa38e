import type { Context } from "hono";
import type { AppEnv } from "../app-parts.js";
import type { Act, Core } from "../core.js";
import { GatewayError } from "../error.js";
import type { Session } from "../sessions.js";
import { accountIn, mayUse } from "./route-rights.js";

/** Who makes a request with a session, for the log: the verified person and the role that they act in. */
export function actOf({ person, identity, isService, rights }: Session, c: Context<AppEnv>): Act {
  const { requestId, address } = c.env.context;
  const { issuer, subject, email, groups, ids: personIds } = identity ?? {};
  const role = (identity || isService) && rights.roleOn(accountIn(c));
  return { actor: person, issuer, subject, email, groups, personIds, role, requestId, address };
}

/** @throws GatewayError 403 if the person has no role that lets them use the route */
export function assertMayUse({ audit }: Core, { rights }: Session, act: Act, c: Context<AppEnv>): void {
  if (mayUse(rights, c)) return;
  audit.recordRefusal({ action: "manage", outcome: "no_right", ...act });
  throw new GatewayError(403, "Your role does not let you do this. Ask an owner for another role.");
}
