/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import { IfMay } from "../if-may.js";
import { Older, Time } from "../parts.js";

interface AccountListProps {
  readonly accounts: readonly Account[];
  /** By the names of APIs. Shown where there are several. */
  readonly titles: ReadonlyMap<string, string>;
  readonly next: string | null;
}

/** All accounts. */
export function AccountList({ accounts, titles, next }: AccountListProps) {
  return (
    <>
      <div class="head">
        <div>
          <h1>Accounts</h1>
          <p>An account is an organisation at an API, with its key. Its server URLs call the API with it.</p>
        </div>
        <IfMay deed="change accounts" on="all">
          <a class="button primary" href="/accounts/new">
            Add an account
          </a>
        </IfMay>
      </div>
      {accounts.length === 0 ? (
        <p class="card empty">No account yet. Add one to make its first server URL.</p>
      ) : (
        <div class="card tablecard">
          <table>
            <thead>
              <tr>
                <th scope="col">Account</th>
                {titles.size > 1 && <th scope="col">API</th>}
                <th scope="col">Region</th>
                <th scope="col">Key checked</th>
                <th scope="col">Added</th>
              </tr>
            </thead>
            <tbody>
              {accounts.map((account) => (
                <AccountRow {...{ account, titles }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Older list="/accounts" next={next} />
    </>
  );
}

function AccountRow({
  account: { id, name, api, region, base_url, key_reference, verified_at, created_at },
  titles,
}: Pick<AccountListProps, "titles"> & { readonly account: Account }) {
  return (
    <tr>
      <td data-label="Account" class="free">
        <a href={`/accounts/${id}`}>{name}</a>
      </td>
      {titles.size > 1 && (
        <td data-label="API" class="free">
          {titles.get(api) ?? api}
        </td>
      )}
      <td data-label="Region" class={region ? "nowrap" : "free"}>
        {region ?? base_url}
      </td>
      <td data-label="Key checked">
        <Time at={verified_at} none="not checked" />
        {key_reference !== null && <code class="free">{key_reference}</code>}
      </td>
      <td data-label="Added">
        <Time at={created_at} />
      </td>
    </tr>
  );
}
