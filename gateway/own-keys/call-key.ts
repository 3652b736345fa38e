import { Fault } from "../../runtime/index.js";
import { accountKey, type CallKey } from "../accounts/account-key.js";
import type { Core } from "../core.js";
import { configOf, type Grant } from "../tokens/grants.js";
import { ownKeyContext } from "./table.js";

/**
 * The key for the calls of a grant: the account's, or the person's own. A person without a key gets no other key
 * instead.
 */
export async function callKey(core: Core, grant: Grant): Promise<CallKey> {
  if (configOf(grant.server).upstream !== "person") return accountKey(core, grant.account);
  const { person, account } = grant;
  if (!person) return { version: "nobody", fault: () => noPersonFault };
  const place = { account_id: account.id, issuer: person.issuer, subject: person.id };
  const row = await core.store.db
    .selectFrom("own_keys")
    .select(["id", "api_key"])
    .where("account_id", "=", place.account_id)
    .where("issuer", "=", place.issuer)
    .where("subject", "=", place.subject)
    .executeTakeFirst();
  const page = (publicUrl: string) => depositUrl(publicUrl, account.id);
  if (!row) return { version: "none", page, fault: (publicUrl) => missingFault(page(publicUrl)) };
  try {
    const text = core.keys.vault.open(row.api_key, ownKeyContext(place));
    return { version: row.api_key, text: () => text };
  } catch {
    return { version: "unreadable", page, fault: (publicUrl) => unreadableFault(page(publicUrl)) };
  }
}

/** The page where a person deposits their key for an account. */
function depositUrl(publicUrl: string, accountId: string): string {
  return `${publicUrl}/own-keys/${accountId}`;
}

/** What a person does after the API refused their own key. */
export function refusedKeyFault(fault: Fault, publicUrl: string, accountId: string): Fault {
  const { kind, message, status, said, mayHaveHappened, program } = fault;
  const next = linkAdvice("replaces it", depositUrl(publicUrl, accountId));
  return new Fault({
    kind,
    message: `${message} It was the person's own key.`,
    status,
    said,
    mayHaveHappened,
    program,
    next,
  });
}

function missingFault(url: string): Fault {
  return new Fault({
    kind: "credentials",
    message:
      "This server URL calls the API with each person's own key, and this person has none. The call was not sent.",
    next: linkAdvice("deposits it", url),
  });
}

function unreadableFault(url: string): Fault {
  return new Fault({
    kind: "credentials",
    message: "The gateway can't read this person's own key, so the call was not sent.",
    next: linkAdvice("deposits it again", url),
  });
}

function linkAdvice(does: string, url: string): string {
  return `Give the user this link, where the signed-in person ${does}: ${url} . Then make the call again.`;
}

const noPersonFault = new Fault({
  kind: "credentials",
  message:
    "This server URL calls the API with each person's own key, and no signed-in person makes this call. It was not sent.",
  next: "Sign in at the identity provider, and call again.",
});
