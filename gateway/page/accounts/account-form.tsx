/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import type { Session } from "../../sessions.js";
import { Csrf, Faults } from "../parts.js";
import { first, type Fields } from "../page-handler.js";

export interface AccountFormProps {
  readonly session: Session;
  readonly places: readonly string[];
  /** The one to change; none where one is added. */
  readonly account?: Account;
  readonly fields: Fields;
  readonly faults?: readonly string[];
}

/** Adds an account, or changes and removes one. */
export function AccountForm({ session, places, account, fields, faults = [] }: AccountFormProps) {
  const place = first(fields, "place") ?? account?.region ?? account?.base_url ?? places[0];
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href="/">Accounts</a>
          </p>
          <h1>{account ? account.name : "Add an account"}</h1>
        </div>
      </div>
      <form class="card narrow" method="post">
        <Csrf session={session} />
        <Faults faults={faults} />
        <div class="field">
          <label for="name">Name</label>
          <input
            id="name"
            name="name"
            required
            maxlength={200}
            value={first(fields, "name") ?? account?.name}
          />
        </div>
        <div class="field">
          <label for="place">Region</label>
          <select id="place" name="place">
            {places.map((name) => (
              <option value={name} selected={name === place}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="api_key">API key</label>
          <input
            id="api_key"
            name="api_key"
            type="password"
            required={!account}
            autocomplete="off"
            aria-describedby="key-note"
          />
          <span class="soft" id="key-note">
            {account ? "Leave it empty to keep the one there is. " : ""}Kept encrypted and never shown again.
          </span>
        </div>
        <div class="field">
          <label class="choice">
            <input type="checkbox" name="unchecked" value="yes" />
            Keep the key without asking FireHydrant about it
          </label>
        </div>
        <button class="primary">{account ? "Save" : "Add the account"}</button>
      </form>
      {account && (
        <details class="narrow">
          <summary>Remove this account…</summary>
          <form method="post" action={`/accounts/${account.id}/delete`}>
            <Csrf session={session} />
            <p>Its key is forgotten, and all its server URLs stop working at once.</p>
            <button class="danger">{`Remove ${account.name}`}</button>
          </form>
        </details>
      )}
    </>
  );
}
