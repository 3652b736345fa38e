/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { credentialNames } from "../../../runtime/index.js";
import type { ServedApi } from "../../apis.js";
import type { Session } from "../../sessions.js";
import { Csrf, Faults } from "../parts.js";

interface DepositFormProps {
  readonly session: Session;
  /** The id of the account. */
  readonly id: string;
  readonly account: { readonly name: string; readonly api: ServedApi };
  /** Whether the person has a key for the account. */
  readonly hasKey: boolean;
  readonly faults: readonly string[];
}

/** A person deposits their own key for an account. */
export function DepositForm({ session, id, account: { name, api }, hasKey, faults }: DepositFormProps) {
  const names = credentialNames(api.catalogue.api);
  const common = { id: "api_key", name: "api_key", required: true, autocomplete: "off" };
  return (
    <>
      <div class="head">
        <div>
          <h1>{`Your key of ${api.title}`}</h1>
          <p>{`Your calls to ${name} use it. You are signed in as ${session.person}.`}</p>
        </div>
      </div>
      <form class="card narrow" method="post" action={`/own-keys/${id}`}>
        <Csrf session={session} />
        <Faults faults={faults} />
        <div class="field">
          <label for="api_key">{`API key of ${api.title}`}</label>
          {names.length > 1 ? (
            <textarea {...common} rows={3} aria-describedby="key-note" />
          ) : (
            <input {...common} type="password" aria-describedby="key-note" />
          )}
          <span class="soft" id="key-note">
            {hasKey ? "It replaces the key that you have here. " : ""}
            {`It is checked at ${api.title}, kept encrypted for you alone, and never shown again.`}
            {names.length > 1 && ` One key, or NAME=value on a line for each of ${names.join(", ")}.`}
          </span>
        </div>
        <button class="primary">{hasKey ? "Replace the key" : "Save the key"}</button>
      </form>
    </>
  );
}
