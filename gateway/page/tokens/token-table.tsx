/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import type { Session } from "../../sessions.js";
import { accountOf } from "../account-of.js";
import { IfMay } from "../if-may.js";
import { Csrf, State, Time } from "../parts.js";

/** What every kind of token has. */
interface ListedToken {
  readonly id: string;
  readonly name: string;
  readonly integrated_account_id: string | null;
  readonly expires_at: string | null;
  readonly last_used_at: string | null;
}

interface TokenTableProps<Token extends ListedToken> {
  readonly session: Session;
  readonly tokens: readonly Token[];
  readonly accounts: readonly Account[];
  readonly now: Date;
  /** `API token`. */
  readonly title: string;
  /** Where the list is. Each token is revoked below it. */
  readonly path: string;
  /** Columns between the state and the expiry, by heading. */
  readonly columns: Readonly<Record<string, (token: Token, account: string) => string>>;
}

/** Tokens that are not revoked. A click revokes one. */
export function TokenTable<Token extends ListedToken>(props: TokenTableProps<Token>) {
  const { tokens, accounts, title, columns } = props;
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return (
    <div class="card tablecard">
      <table>
        <thead>
          <tr>
            {[title, "State", ...Object.keys(columns), "Expires", "Last used"].map((heading) => (
              <th scope="col">{heading}</th>
            ))}
            <th scope="col">
              <span class="aside">Revoke</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <TokenRow {...props} token={token} account={accountOf(token, names)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TokenRowProps<Token extends ListedToken> extends TokenTableProps<Token> {
  readonly token: Token;
  readonly account: string;
}

function TokenRow<Token extends ListedToken>(props: TokenRowProps<Token>) {
  const { session, token, account, now, title, path, columns } = props;
  const { id, name, expires_at, last_used_at, integrated_account_id } = token;
  const on = integrated_account_id === null ? "all" : { account: integrated_account_id };
  const isOver = expires_at !== null && expires_at <= now.toISOString();
  return (
    <tr>
      <td data-label={title} class="free">
        {name}
      </td>
      <td data-label="State">
        <State name={isOver ? "expired" : "active"} />
      </td>
      {Object.entries(columns).map(([heading, cell]) => (
        <td data-label={heading} class="free">
          {cell(token, account)}
        </td>
      ))}
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
            <form method="post" action={`${path}/${id}/revoke`}>
              <Csrf session={session} />
              <button class="danger quiet">{`Revoke ${name}`}</button>
            </form>
          </details>
        </IfMay>
      </td>
    </tr>
  );
}
