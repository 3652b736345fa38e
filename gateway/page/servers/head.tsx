/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import { ManagedNote } from "../managed-note.js";
import type { Server } from "../../servers/server.js";

/** A title with a link back to its parent. */
export function Head({
  account,
  server,
  title,
}: {
  readonly account: Account;
  readonly server?: Server;
  readonly title: string;
}) {
  return (
    <div class="head">
      <div>
        <p class="path">
          <a href="/accounts">Accounts</a> / <a href={`/accounts/${account.id}`}>{account.name}</a>
          {server && (
            <>
              {" / "}
              <a href={`/accounts/${account.id}/servers/${server.id}`}>{server.name}</a>
            </>
          )}
        </p>
        <h1>{title}</h1>
        {server && <ManagedNote file={server.managed_by} />}
      </div>
    </div>
  );
}
