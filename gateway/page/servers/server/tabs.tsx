/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { ManagedNote } from "../../managed-note.js";
import type { Child } from "hono/jsx";
import type { Account } from "../../../accounts/accounts.js";
import type { Server } from "../../../servers/server.js";
import { IfMay } from "../../if-may.js";
import type { Deed } from "../../may.js";
import { State } from "../../parts.js";

/** The tabs of a server URL's page, with the ends of their paths, and who sees them. */
export const tabs = {
  overview: ["", "Overview", "see servers"],
  connect: ["/connect", "Connect", "see servers"],
  permissions: ["/permissions", "Permissions", "see servers"],
  activity: ["/activity", "Activity", "see activity"],
  settings: ["/settings", "Settings", "see servers"],
} as const satisfies Record<string, readonly [end: string, words: string, deed: Deed]>;

export type Tab = keyof typeof tabs;

/** A server URL, and the account that it is of. */
export interface Place {
  readonly account: Account;
  readonly server: Server;
}

export function pathOf({ account, server }: Place): string {
  return `/accounts/${account.id}/servers/${server.id}`;
}

interface TabbedProps extends Place {
  readonly now: Tab;
  readonly children: Child;
}

/** The head of a server URL's page, and what one tab shows. */
export function Tabbed({ account, server, now, children }: TabbedProps) {
  const here = pathOf({ account, server });
  const on = { account: account.id };
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href="/server-urls">Server URLs</a> / <a href={`/accounts/${account.id}`}>{account.name}</a>
          </p>
          <h1>
            {server.name} <State name={server.state} />
          </h1>
          <ManagedNote file={server.managed_by} />
        </div>
        {server.state !== "revoked" && (
          <IfMay deed="change servers" on={on}>
            <a class="button primary" href={`${here}/edit`}>
              Change
            </a>
          </IfMay>
        )}
      </div>
      <nav class="tabs" aria-label={server.name}>
        {Object.entries(tabs).map(([name, [end, words, deed]]) => (
          <IfMay {...{ deed, on }}>
            <a href={here + end} aria-current={name === now ? "page" : undefined}>
              {words}
            </a>
          </IfMay>
        ))}
      </nav>
      {children}
    </>
  );
}
