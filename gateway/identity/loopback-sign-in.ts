import { randomBytes } from "node:crypto";
import { transact } from "../audit/transact.js";
import type { Act, Core } from "../core.js";
import { newId } from "../id.js";
import type { Session } from "../sessions.js";

/*
 * Where a sign-in by code does not begin, a command line opens a page on its own computer. The page sends a code back to
 * a port of this computer (RFC 8252), and the code works only with the command line's secret (RFC 7636).
 */

/** How long the command line has to fetch its session. */
const codeMs = 60_000;

/** Agrees to the sign-in of a command line on the person's computer. Returns the code for it. */
export async function agreeToLoopback(
  core: Core,
  {
    session,
    challenge,
    address,
  }: { readonly session: Session; readonly challenge: string; readonly address: string },
  act: Act,
): Promise<string> {
  const { keys, now } = core;
  const code = randomBytes(32).toString("base64url");
  await transact(core, act, async (db, note) => {
    await db
      .insertInto("device_sign_ins")
      .values({
        id: newId("dev", now().getTime()),
        device_hash: keys.hash(loopbackSecret(code, challenge)),
        // No person enters it.
        user_hash: keys.hash(randomBytes(32).toString("base64url")),
        address,
        state: "approved",
        person: session.person,
        identity: JSON.stringify(session.identity),
        session_ends: session.expires_at,
        expires_at: new Date(now().getTime() + codeMs).toISOString(),
      })
      .execute();
    note({ action: "device.approve", detail: { address } });
  });
  return code;
}

/** The device code of such a sign-in. */
export function loopbackSecret(code: string, challenge: string): string {
  return `${code}.${challenge}`;
}
