/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ListEffect, ServerEffect, ServerEffects } from "../../review/server-effects.js";
import { counted } from "../counted.js";
import { More, type Sorting } from "../sorting.js";

interface AffectedServersProps {
  readonly servers: ServerEffects;
  /** Names by ids. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly here: Sorting;
}

/** Server URLs whose lists change at the next restart, or that name what is gone. */
export function AffectedServers({ servers, accounts, here }: AffectedServersProps) {
  const { result, checked, next_cursor } = servers;
  return (
    <section aria-labelledby="affected">
      <h2 id="affected">Server URLs</h2>
      <p class="soft">{toldOf(servers)}</p>
      {result.length > 0 && (
        <div class="card tablecard">
          <table>
            <thead>
              <tr>
                <th scope="col" class="main">
                  Server URL
                </th>
                <th scope="col">Account</th>
                <th scope="col" class="num">
                  Tools
                </th>
                <th scope="col">What changes</th>
              </tr>
            </thead>
            <tbody>
              {result.map((server) => (
                <Row server={server} account={accounts.get(server.integrated_account_id)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {checked > 0 && <More sorting={here} next={next_cursor} />}
    </section>
  );
}

function toldOf({ result, checked }: ServerEffects): string {
  if (checked === 0) return "There is no active server URL.";
  if (result.length === 0) return `${counted(checked, "server URL")} checked. None is affected.`;
  return `${result.length} of ${counted(checked, "server URL")} ${result.length === 1 ? "is" : "are"} affected.`;
}

function Row({ server, account }: { readonly server: ServerEffect; readonly account: string | undefined }) {
  const { before, after } = server.tools;
  return (
    <tr>
      <td data-label="Server URL" class="free">
        <a href={`/accounts/${server.integrated_account_id}/servers/${server.id}/permissions`}>
          {server.name}
        </a>
      </td>
      <td data-label="Account" class="free">
        {account}
      </td>
      <td data-label="Tools" class="num nowrap">
        {before === after ? after : `${before} → ${after}`}
      </td>
      <td data-label="What changes" class="free">
        <Effects effect={server} />
      </td>
    </tr>
  );
}

/** The gravest effects first. */
function Effects({ effect }: { readonly effect: ListEffect }) {
  const { faults, lost, renamed, former_names, gained, new_groups } = effect;
  return (
    <ul class="plain small">
      {faults.map((fault) => (
        <li>
          <span class="state bad">fault</span> {fault}
        </li>
      ))}
      {lost.length > 0 && <li>{`Loses ${named(lost)}.`}</li>}
      {renamed.map(({ from, to }) => (
        <li>{`Lists ${from} as ${to}. The former name keeps working.`}</li>
      ))}
      {gained.length > 0 && <li>{`Gains ${named(gained)}.`}</li>}
      {former_names.map(({ from, to }) => (
        <li>{`Its settings name ${from}, which is now ${to}.`}</li>
      ))}
      {new_groups.length > 0 && (
        <li>{`Holds nothing of the new ${new_groups.length === 1 ? "group" : "groups"} ${named(new_groups)}.`}</li>
      )}
    </ul>
  );
}

const MOST_NAMED = 8;

function named(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
