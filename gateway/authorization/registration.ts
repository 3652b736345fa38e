import type { Core } from "../core.js";
import { newId } from "../id.js";
import { clientFacts, shownName } from "./clients.js";
import { OAuthError } from "./oauth-error.js";

/** Registrations of one address, and of all, so that a stranger cannot fill the store. */
export const registrationLimit = { calls: 10, seconds: 3600 } as const;
const mostClients = 5_000;

/** A client that got no code ends after a day, and one that got none for 90 days. */
const DAY_MS = 86_400_000;
const unusedMs = DAY_MS;
const idleMs = 90 * DAY_MS;

/** What a client learns about itself (RFC 7591). It has no secret. */
export interface Registered {
  readonly client_id: string;
  readonly client_id_issued_at: number;
  readonly client_name: string;
  readonly redirect_uris: readonly string[];
  readonly token_endpoint_auth_method: "none";
  readonly grant_types: readonly string[];
  readonly response_types: readonly string[];
}

/** Registers a client. @throws OAuthError */
export async function registerClient({ store, now }: Core, given: unknown): Promise<Registered> {
  const { data, error } = clientFacts.safeParse(given);
  if (!data) {
    const { path, message } = error.issues[0]!;
    const code = path[0] === "redirect_uris" ? "invalid_redirect_uri" : "invalid_client_metadata";
    throw new OAuthError(code, `${path.join(".") || "The body"}: ${message}`);
  }
  const { count } = await store.db
    .selectFrom("registered_clients")
    .select((row) => row.fn.countAll<number | string>().as("count"))
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostClients)
    throw new OAuthError("invalid_request", "Too many clients registered today. Try again tomorrow.");
  const id = newId("cli", now().getTime());
  const name = shownName(data.client_name, "A client without a name");
  const { redirect_uris } = data;
  await store.db
    .insertInto("registered_clients")
    .values({
      id,
      name,
      redirect_uris: JSON.stringify(redirect_uris),
      created_at: now().toISOString(),
      used_at: null,
    })
    .execute();
  return {
    client_id: id,
    client_id_issued_at: Math.floor(now().getTime() / 1000),
    client_name: name,
    redirect_uris,
    token_endpoint_auth_method: "none",
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code"],
  };
}

/** Notes that a person allowed a client. A client with a document has no row. */
export async function noteClientUse({ store, now }: Core, id: string): Promise<void> {
  await store.db
    .updateTable("registered_clients")
    .set({ used_at: now().toISOString() })
    .where("id", "=", id)
    .execute();
}

/** Deletes clients that are not used. */
export async function forgetUnusedClients({ store, now }: Core): Promise<void> {
  const before = (ms: number) => new Date(now().getTime() - ms).toISOString();
  await store.db
    .deleteFrom("registered_clients")
    .where((row) =>
      row.or([
        row.and([row("used_at", "is", null), row("created_at", "<", before(unusedMs))]),
        row("used_at", "<", before(idleMs)),
      ]),
    )
    .execute();
}
