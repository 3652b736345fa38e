/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import type { Session } from "../../sessions.js";
import { Expiry, sentEnding } from "../expiry.js";
import { Csrf, Faults, NameField } from "../parts.js";
import { first, type Fields } from "../page-handler.js";

export interface TokenFormProps {
  readonly session: Session;
  readonly accounts: readonly Account[];
  readonly fields: Fields;
  readonly faults: readonly string[];
}

/** Creates an API token. */
export function TokenForm({ session, accounts, fields, faults }: TokenFormProps) {
  const chosen = first(fields, "account");
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href="/tokens">API tokens</a>
          </p>
          <h1>Make an API token</h1>
        </div>
      </div>
      <form method="post">
        <Csrf session={session} />
        <Faults faults={faults} />
        <div class="card">
          <NameField value={first(fields, "name")} note="Who or what uses it, such as “Nightly report”." />
          <div class="field">
            <label for="account">Valid for servers of</label>
            <select id="account" name="account">
              <option value="">All accounts</option>
              {accounts.map(({ id, name }) => (
                <option value={id} selected={id === chosen}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        </div>
        <Expiry ending={sentEnding(fields)} />
        <button class="primary">Make the API token</button>
      </form>
    </>
  );
}
