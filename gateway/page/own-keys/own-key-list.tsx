/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { OwnKey } from "../../own-keys/own-keys.js";
import type { Session } from "../../sessions.js";
import { Time } from "../parts.js";
import { RowTable } from "../row-table.js";

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
        <a class="button" href="/own-clients">
          Your clients
        </a>
      </div>
      {keys.length === 0 ? (
        <p class="card empty">You have no key here. A call that needs one answers with a link.</p>
      ) : (
        <RowTable
          {...{ session, rows: keys }}
          columns={{
            Account: ({ account_id, account }) => <a href={`/own-keys/${account_id}`}>{account}</a>,
            "Key checked": ({ verified_at }) => <Time at={verified_at} none="not checked" />,
          }}
          act={{
            verb: "Remove",
            about: ({ account }) => `the key for ${account}`,
            path: ({ account_id }) => `/own-keys/${account_id}/remove`,
          }}
        />
      )}
    </>
  );
}
