import { z } from "zod";
import type { Core } from "../core.js";
import { DocumentError, type FetchDocument } from "./fetch-document.js";
import { isRedirectUri } from "./redirect-uris.js";

/** A program that asks for access on behalf of a person. All are public: they hold no secret. */
export interface OAuthClient {
  readonly id: string;
  /** As the client says. It proves nothing. */
  readonly name: string;
  readonly redirectUris: readonly string[];
  /** The host that publishes the client's document; absent for a client that registered itself. */
  readonly host?: string;
}

/** A client is not accepted. The message is for the person and the client's developer. */
export class ClientError extends Error {
  override readonly name = "ClientError";
}

/** The facts of a client, in its document and in its registration (RFC 7591). */
export const clientFacts = z.object({
  client_name: z.string().max(200).optional(),
  redirect_uris: z
    .array(z.string().refine(isRedirectUri, "must be https, http on the own machine, or an app's own scheme"))
    .min(1)
    .max(20),
  token_endpoint_auth_method: z.literal("none", "must be none: clients hold no secret here").optional(),
  grant_types: z.array(z.string()).max(10).optional(),
  response_types: z.array(z.string()).max(10).optional(),
});

const documentFacts = clientFacts.extend({ client_id: z.string() });

/** Whether a client's id is the URL of its document. */
function isDocumentId(id: string): boolean {
  if (id.length > 300 || !URL.canParse(id) || id.includes("#")) return false;
  const url = new URL(id);
  // A dot segment or an upper-case host would give one client two ids.
  return url.protocol === "https:" && url.href === id && url.pathname !== "/" && url.username === "";
}

/** Finds a client. @throws ClientError */
export type FindClient = (id: string) => Promise<OAuthClient>;

interface Kept {
  readonly client: Promise<OAuthClient>;
  until: number;
}

const mostKept = 500;
/** How long a document is not fetched again after a failure, in seconds. */
const coolDownSeconds = 10;

/** Clients by their documents, and those that registered themselves. */
export function createClients(core: Core, fetchDocument: FetchDocument): FindClient {
  const kept = new Map<string, Kept>();
  const nowMs = () => core.now().getTime();

  function fromDocument(id: string): Promise<OAuthClient> {
    const known = kept.get(id);
    if (known && nowMs() < known.until) return known.client;
    const fetched = fetchDocument(id);
    const entry: Kept = {
      client: fetched.then(({ value }) => documentClient(id, value)),
      until: nowMs() + coolDownSeconds * 1000,
    };
    kept.delete(id);
    kept.set(id, entry);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    return entry.client.then(
      async (client) => {
        entry.until = nowMs() + (await fetched).keepSeconds * 1000;
        return client;
      },
      (error: unknown) => {
        throw error instanceof DocumentError ? unreadable(id, error.message) : error;
      },
    );
  }

  return async (id) => (isDocumentId(id) ? fromDocument(id) : registeredClient(core, id));
}

function documentClient(id: string, value: unknown): OAuthClient {
  const { data, error } = documentFacts.safeParse(value);
  if (!data) {
    const [fault] = error.issues;
    throw unreadable(id, `${fault!.path.join(".") || "it"}: ${fault!.message}`);
  }
  if (data.client_id !== id) throw unreadable(id, "its client_id is another one");
  const { host } = new URL(id);
  return { id, name: shownName(data.client_name, host), redirectUris: data.redirect_uris, host };
}

function unreadable(id: string, why: string): ClientError {
  return new ClientError(
    `The client's document at ${new URL(id).host} cannot be used: ${why}. Tell the client's developer.`,
  );
}

async function registeredClient({ store }: Core, id: string): Promise<OAuthClient> {
  const row = await store.db
    .selectFrom("registered_clients")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row)
    throw new ClientError(
      "The client is unknown here, or was not used for a long time. Remove the server from the client, and add it again.",
    );
  return { id, name: row.name, redirectUris: JSON.parse(row.redirect_uris) as string[] };
}

/** Control characters and directions of text could make a name look like another text. */
export function shownName(given: string | undefined, instead: string): string {
  const name = (given ?? "").replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").trim();
  return name === "" ? instead : name.slice(0, 80);
}
