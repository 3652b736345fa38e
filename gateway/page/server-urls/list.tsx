/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Server } from "../../servers/server.js";
import type { Session } from "../../sessions.js";
import { Filters, SelectFilter, TextFilter } from "../filters.js";
import { may } from "../may.js";
import { Csrf, Faults } from "../parts.js";
import { ServerTable } from "../servers/server-table.js";
import { More } from "../sorting.js";

export interface ServerUrlsProps {
  readonly servers: readonly Server[];
  readonly next: string | null;
  readonly faults: readonly string[];
  /** Names by ids. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly makers: readonly string[];
  readonly session: Session;
  readonly query: Readonly<Record<string, string>>;
}

const states = [
  ["", "Not revoked"],
  ["active", "Active"],
  ["expired", "Expired"],
  ["revoked", "Revoked"],
] as const;
const expiries = [
  ["", "Any"],
  ["7d", "In 7 days"],
  ["30d", "In 30 days"],
  ["never", "Never"],
] as const;

/** The words for the filters, and for the order of the table. */
export const filterLabels = {
  q: "Name or id",
  integrated_account_id: "Account",
  state: "State",
  expires: "Expires",
  made_by: "Made by",
  sort: "Order",
} as const;

export function ServerUrls({ servers, next, faults, accounts, makers, session, query }: ServerUrlsProps) {
  const path = "/server-urls";
  const sorting = { path, query };
  const form = may(session, "change servers") ? "ticked" : undefined;
  return (
    <>
      <div class="head">
        <div>
          <h1>Server URLs</h1>
          <p>
            Each server URL lets one assistant, person or automation call the tools that you chose for it.
          </p>
        </div>
        {may(session, "change servers") && (
          <a class="button primary" href="/server-urls/new">
            New server URL
          </a>
        )}
      </div>
      <Filters path={path}>
        <TextFilter name="q" label={filterLabels.q} now={query["q"]} type="search" isWide />
        <SelectFilter
          name="integrated_account_id"
          label={filterLabels.integrated_account_id}
          now={query["integrated_account_id"]}
          options={[["", "All"], ...accounts]}
        />
        <SelectFilter name="state" label={filterLabels.state} now={query["state"]} options={states} />
        <SelectFilter name="expires" label={filterLabels.expires} now={query["expires"]} options={expiries} />
        <SelectFilter
          name="made_by"
          label={filterLabels.made_by}
          now={query["made_by"]}
          options={[["", "Everybody"], ...makers.map((maker) => [maker, maker] as const)]}
        />
      </Filters>
      <Faults faults={faults} />
      {servers.length === 0 ? (
        <p class="card empty">No server URL matches.</p>
      ) : (
        <ServerTable {...{ servers, sorting, form }} accountNames={accounts} />
      )}
      <div class="row">
        {servers.length > 0 && form !== undefined && (
          <form id={form} method="post" action="/server-urls/revoke">
            <Csrf session={session} />
            <button class="danger">Revoke the ticked ones…</button>
          </form>
        )}
        <More sorting={sorting} next={next} />
      </div>
    </>
  );
}
