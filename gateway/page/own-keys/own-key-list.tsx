/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { OwnKey } from "../../own-keys/own-keys.js";
import type { Session } from "../../sessions.js";
import { Csrf, Time } from "../parts.js";

interface OwnKeyListProps {
  readonly session: Session;
  readonly keys: readonly (OwnKey & { readonly account: string })[];
}

/** A person's own keys. */
export function OwnKeyList({ session, keys }: OwnKeyListProps) {
  return (
    <>
      <div class="head">
        <div>
          <h1>Your keys</h1>
          <p>Server URLs that ask for your own key use these for your calls. Nobody can read them here.</p>
        </div>
      </div>
      {keys.length === 0 ? (
        <p class="card empty">You have no key here. A call that needs one answers with a link.</p>
      ) : (
        <div class="card tablecard">
          <table>
            <thead>
              <tr>
                <th scope="col">Account</th>
                <th scope="col">Key checked</th>
                <th scope="col">
                  <span class="aside">Change</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {keys.map(({ account_id, account, verified_at }) => (
                <tr>
                  <td data-label="Account" class="free">
                    <a href={`/own-keys/${account_id}`}>{account}</a>
                  </td>
                  <td data-label="Key checked">
                    <Time at={verified_at} none="not checked" />
                  </td>
                  <td>
                    <form method="post" action={`/own-keys/${account_id}/remove`}>
                      <Csrf session={session} />
                      <button class="danger quiet">
                        Remove<span class="aside">{` the key for ${account}`}</span>
                      </button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
