/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Server } from "../../servers/server.js";
import { IfMay } from "../if-may.js";
import { SortedHeading, type Sorting } from "../sorting.js";
import { State, Time } from "../parts.js";

interface ServerTableProps {
  readonly servers: readonly Server[];
  readonly sorting: Sorting;
  /** Names by ids; absent on the page of one account. */
  readonly accountNames?: ReadonlyMap<string, string>;
  /** The form that ticked servers are sent with. */
  readonly form?: string;
}

/** Server URLs in a table. */
export function ServerTable({ servers, sorting, accountNames, form }: ServerTableProps) {
  return (
    <div class="card tablecard">
      <table>
        <thead>
          <tr>
            {form && (
              <th scope="col">
                <span class="aside">Tick</span>
              </th>
            )}
            <SortedHeading by="name" words="Server URL" sorting={sorting} />
            {accountNames && <th scope="col">Account</th>}
            <th scope="col">State</th>
            <th scope="col" class="num">
              Tools
            </th>
            <SortedHeading by="expires_at" words="Expires" sorting={sorting} />
            <SortedHeading by="last_used_at" words="Last used" sorting={sorting} />
            <th scope="col">Made by</th>
          </tr>
        </thead>
        <tbody>
          {servers.map((server) => (
            <Row {...{ server, accountNames, form }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  server,
  accountNames,
  form,
}: Pick<ServerTableProps, "accountNames" | "form"> & { readonly server: Server }) {
  const account = `/accounts/${server.integrated_account_id}`;
  return (
    <tr>
      {form && (
        <td class="tick" data-label="Tick">
          {server.state !== "revoked" && (
            <IfMay deed="change servers" on={{ account: server.integrated_account_id }}>
              <input
                type="checkbox"
                form={form}
                name="server"
                value={`${server.integrated_account_id} ${server.id}`}
                aria-label={server.name}
              />
            </IfMay>
          )}
        </td>
      )}
      <td data-label="Server URL" class="free">
        <a href={`${account}/servers/${server.id}`}>{server.name}</a>
      </td>
      {accountNames && (
        <td data-label="Account" class="free">
          <a href={account}>{accountNames.get(server.integrated_account_id)}</a>
        </td>
      )}
      <td data-label="State">
        <State name={server.state} />
      </td>
      <td data-label="Tools" class="num">
        {server.tool_count}
      </td>
      <td data-label="Expires">
        <Time at={server.expires_at} />
      </td>
      <td data-label="Last used">
        <Time at={server.last_used_at} />
      </td>
      <td data-label="Made by" class="free">
        {server.made_by ?? <span class="soft">unknown</span>}
      </td>
    </tr>
  );
}
