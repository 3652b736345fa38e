/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import type { Session } from "../../sessions.js";
import type { ApiToken } from "../../tokens/api-tokens.js";
import { accountOf } from "../account-of.js";
import { IfMay } from "../if-may.js";
import { Csrf, Older, State, Time } from "../parts.js";

export interface TokenListProps {
  readonly session: Session;
  readonly tokens: readonly ApiToken[];
  readonly next: string | null;
  readonly accounts: readonly Account[];
  readonly now: Date;
}

/** API tokens that are not revoked. */
export function TokenList({ session, tokens, next, accounts, now }: TokenListProps) {
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return (
    <>
      <div class="head">
        <div>
          <h1>API tokens</h1>
          <p>A second secret, next to the server URL. Clients send it in a header.</p>
        </div>
        <IfMay deed="change tokens">
          <a class="button primary" href="/tokens/new">
            Make an API token
          </a>
        </IfMay>
      </div>
      {tokens.length === 0 ? (
        <p class="card empty">
          No API token. Servers that require one read it from <code>Authorization: Bearer</code>.
        </p>
      ) : (
        <div class="card tablecard">
          <table>
            <thead>
              <tr>
                <th scope="col">API token</th>
                <th scope="col">State</th>
                <th scope="col">Servers of</th>
                <th scope="col">Expires</th>
                <th scope="col">Last used</th>
                <th scope="col">
                  <span class="aside">Revoke</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {tokens.map((token) => (
                <TokenRow {...{ session, token, now }} account={accountOf(token, names)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Older list="/tokens" next={next} />
    </>
  );
}

interface TokenRowProps extends Pick<TokenListProps, "session" | "now"> {
  readonly token: ApiToken;
  readonly account: string;
}

function TokenRow({ session, token, account, now }: TokenRowProps) {
  const { id, name, expires_at, last_used_at, integrated_account_id } = token;
  const on = integrated_account_id === null ? "all" : { account: integrated_account_id };
  const isOver = expires_at !== null && expires_at <= now.toISOString();
  return (
    <tr>
      <td data-label="API token" class="free">
        {name}
      </td>
      <td data-label="State">
        <State name={isOver ? "expired" : "active"} />
      </td>
      <td data-label="Servers of" class="free">
        {account}
      </td>
      <td data-label="Expires">
        <Time at={expires_at} />
      </td>
      <td data-label="Last used">
        <Time at={last_used_at} />
      </td>
      <td>
        <IfMay deed="change tokens" on={on}>
          <details class="inline">
            <summary class="nowrap">
              Revoke…<span class="aside">{` ${name}`}</span>
            </summary>
            <form method="post" action={`/tokens/${id}/revoke`}>
              <Csrf session={session} />
              <button class="danger quiet">{`Revoke ${name}`}</button>
            </form>
          </details>
        </IfMay>
      </td>
    </tr>
  );
}
