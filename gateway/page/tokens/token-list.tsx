/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import type { Session } from "../../sessions.js";
import type { ApiToken } from "../../tokens/api-tokens.js";
import { IfMay } from "../if-may.js";
import { Older } from "../parts.js";
import { TokenTable } from "./token-table.js";

export interface TokenListProps {
  readonly session: Session;
  readonly tokens: readonly ApiToken[];
  readonly next: string | null;
  readonly accounts: readonly Account[];
  readonly now: Date;
}

/** API tokens that are not revoked. */
export function TokenList({ session, tokens, next, accounts, now }: TokenListProps) {
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
        <TokenTable
          {...{ session, tokens, accounts, now }}
          title="API token"
          path="/tokens"
          columns={columns}
        />
      )}
      <Older list="/tokens" next={next} />
    </>
  );
}

const columns = { "Servers of": (_token: ApiToken, account: string) => account };
