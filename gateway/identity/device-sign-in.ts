import { randomBytes, randomInt } from "node:crypto";
import { transact } from "../audit/transact.js";
import type { Act, Core } from "../core.js";
import { conflict, notFound } from "../error.js";
import { newId } from "../id.js";
import { networkOf } from "../ops/network.js";
import { beginSessionUntil, type Session } from "../sessions.js";
import type { DeviceSignInRow } from "../store/schema.js";
import type { Db } from "../store/store.js";
import type { Identity } from "./identity.js";

/*
 * A command line signs in like a device without a browser (RFC 8628): it shows a code, a person enters the code on the
 * page and agrees, and the command line gets a session of that person. Its state is in the store, so any replica can do
 * the next step.
 */

/** How long a person has to agree, in seconds. */
const waitsSeconds = 600;
/** How often the command line asks, in seconds. */
const intervalSeconds = 2;
/** When more than this wait, one of the network with the most gives way. */
const mostWaiting = 1_000;

/** Letters that people do not confuse, and that make no words. */
const letters = "BCDFGHJKLMNPQRSTVWXZ";

export interface StartedDevice {
  /** The command line's secret. */
  readonly device_code: string;
  /** The code that the person enters. */
  readonly user_code: string;
  readonly expires_in: number;
  readonly interval: number;
}

export async function startDevice(core: Core, address: string): Promise<StartedDevice> {
  const { keys, now, store } = core;
  const at = now();
  await store.db.deleteFrom("device_sign_ins").where("expires_at", "<=", at.toISOString()).execute();
  await makeRoom(store.db);
  const device_code = randomBytes(32).toString("base64url");
  const user_code = newUserCode();
  const row: DeviceSignInRow = {
    id: newId("dev", at.getTime()),
    device_hash: keys.hash(device_code),
    user_hash: keys.hash(plainCode(user_code)),
    address,
    state: "pending",
    person: null,
    identity: null,
    session_ends: null,
    expires_at: new Date(at.getTime() + waitsSeconds * 1000).toISOString(),
  };
  await store.db.insertInto("device_sign_ins").values(row).execute();
  return { device_code, user_code, expires_in: waitsSeconds, interval: intervalSeconds };
}

/**
 * Deletes the oldest sign-ins of the networks that have the most, so that a stranger who starts many keeps nobody else
 * from signing in.
 */
async function makeRoom(db: Db): Promise<void> {
  const waiting = await db
    .selectFrom("device_sign_ins")
    .select(["id", "address"])
    .where("state", "=", "pending")
    .orderBy("id")
    .execute();
  const networks = new Map<string, string[]>();
  for (const { id, address } of waiting) {
    const network = networkOf(address);
    const ids = networks.get(network) ?? networks.set(network, []).get(network)!;
    ids.push(id);
  }
  for (let left = waiting.length; left >= mostWaiting; left -= 1) {
    // Of equals, the one whose oldest sign-in began first.
    const [largest] = [...networks.values()].sort((one, other) => other.length - one.length);
    await db.deleteFrom("device_sign_ins").where("id", "=", largest!.shift()!).execute();
  }
}

/** A sign-in that waits for a person; undefined for a wrong or old code. */
export async function findDevice(core: Core, userCode: string): Promise<DeviceSignInRow | undefined> {
  return core.store.db
    .selectFrom("device_sign_ins")
    .selectAll()
    .where("user_hash", "=", core.keys.hash(plainCode(userCode)))
    .where("state", "=", "pending")
    .where("expires_at", ">", core.now().toISOString())
    .executeTakeFirst();
}

/**
 * Decides about a waiting sign-in. Its session lasts as long as the one in which the person agrees.
 * @throws GatewayError 404 for a wrong or old code, 409 if it was decided meanwhile
 */
export async function decideDevice(
  core: Core,
  userCode: string,
  { session, agrees }: { readonly session: Session; readonly agrees: boolean },
  act: Act,
): Promise<void> {
  const found = await findDevice(core, userCode);
  if (!found) throw notFound("sign-in with the code", userCode);
  const { person, identity, expires_at } = session;
  const agreed = { person, identity: JSON.stringify(identity), session_ends: expires_at };
  await transact(core, act, async (db, note) => {
    const { numUpdatedRows } = await db
      .updateTable("device_sign_ins")
      .set(agrees ? { state: "approved", ...agreed } : { state: "refused" })
      .where("id", "=", found.id)
      .where("state", "=", "pending")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw conflict("This sign-in was decided already.");
    note({ action: agrees ? "device.approve" : "device.refuse", detail: { address: found.address } });
  });
}

/** Why a command line has no session yet, in the words of RFC 8628. */
export type DeviceRefusal = "authorization_pending" | "access_denied" | "expired_token";

/** Starts the session of an agreed sign-in, once. */
export async function takeDevice(
  core: Core,
  deviceCode: string,
  act: Omit<Act, "actor">,
): Promise<DeviceRefusal | { readonly token: string; readonly person: string; readonly expires_at: string }> {
  const { db } = core.store;
  const device_hash = core.keys.hash(deviceCode);
  const now = core.now().toISOString();
  const known = await db
    .selectFrom("device_sign_ins")
    .selectAll()
    .where("device_hash", "=", device_hash)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  if (!known) return "expired_token";
  if (known.state === "pending") return "authorization_pending";
  const { numDeletedRows } = await db
    .deleteFrom("device_sign_ins")
    .where("id", "=", known.id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return "expired_token";
  if (known.state === "refused") return "access_denied";
  const { person, identity, session_ends } = known;
  const begun = {
    person: person!,
    identity: JSON.parse(identity!) as Identity,
    expires_at: session_ends!,
    by: "device",
  } as const;
  const { cookie } = await beginSessionUntil(core, begun, { ...act, actor: begun.person });
  return { token: cookie, person: begun.person, expires_at: begun.expires_at };
}

function newUserCode(): string {
  const text = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

function plainCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z]/g, "");
}
