/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import type { OwnKey } from "../../own-keys/own-keys.js";
import type { Session } from "../../sessions.js";
import { Csrf, Time } from "../parts.js";

interface PeoplesKeysProps {
  readonly session: Session;
  readonly account: Account;
  readonly keys: readonly OwnKey[];
}

/** Who has an own key for an account, for its owners. */
export function PeoplesKeys({ session, account, keys }: PeoplesKeysProps) {
  if (keys.length === 0) return null;
  return (
    <section aria-labelledby="peoples-keys">
      <h2 id="peoples-keys">Own keys of people</h2>
      <div class="card tablecard">
        <table>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Id at the provider</th>
              <th scope="col">Key checked</th>
              <th scope="col">
                <span class="aside">Revoke</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.map(({ id, person, subject, verified_at }) => (
              <tr>
                <td data-label="Person" class="free">
                  {person}
                </td>
                <td data-label="Id at the provider" class="free">
                  {subject}
                </td>
                <td data-label="Key checked">
                  <Time at={verified_at} none="not checked" />
                </td>
                <td>
                  <form method="post" action={`/accounts/${account.id}/own-keys/${id}/revoke`}>
                    <Csrf session={session} />
                    <button class="danger quiet">
                      Revoke<span class="aside">{` the key of ${person}`}</span>
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
