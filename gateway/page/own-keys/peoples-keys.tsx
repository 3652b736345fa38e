/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import type { OwnKey } from "../../own-keys/own-keys.js";
import type { Session } from "../../sessions.js";
import { Time } from "../parts.js";
import { RowTable } from "../row-table.js";

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
      <RowTable
        {...{ session, rows: keys }}
        columns={{
          Person: ({ person }) => person,
          "Id at the provider": ({ subject }) => subject,
          "Key checked": ({ verified_at }) => <Time at={verified_at} none="not checked" />,
        }}
        act={{
          verb: "Revoke",
          about: ({ person }) => `the key of ${person}`,
          path: ({ id }) => `/accounts/${account.id}/own-keys/${id}/revoke`,
        }}
      />
    </section>
  );
}
