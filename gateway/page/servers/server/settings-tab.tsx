/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../../../runtime/index.js";
import { rulesInWords } from "../../../accounts/approval-rules.js";
import type { Session } from "../../../sessions.js";
import { may } from "../../may.js";
import { Csrf, Time } from "../../parts.js";
import { configWords } from "../config-words.js";
import { pathOf, type Place } from "./tabs.js";

interface SettingsTabProps extends Place {
  readonly session: Session;
  readonly catalogue: Catalogue | undefined;
  /** The audience of access tokens, if it requires them. */
  readonly resource: string | null;
}

/** All options of a server URL, and the actions that end its URL. */
export function SettingsTab({ account, server, session, catalogue, resource }: SettingsTabProps) {
  const isEndable = server.state !== "revoked" && may(session, "change servers", { account: account.id });
  return (
    <>
      <div class="card">
        <dl>
          <dt>Tools</dt>
          <dd>{server.tool_count}</dd>
          {configWords(server.config, catalogue).map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
          {account.approvals && (
            <>
              <dt>Its account demands</dt>
              <dd>{rulesInWords(account.approvals)}</dd>
            </>
          )}
          {resource !== null && (
            <>
              <dt>{server.config.oauth?.without_token ? "URL without a token" : "Access tokens are for"}</dt>
              <dd class="mono">{resource}</dd>
            </>
          )}
          <dt>Expires</dt>
          <dd>
            <Time at={server.expires_at} />
          </dd>
          <dt>Created</dt>
          <dd>
            <Time at={server.created_at} />
          </dd>
          <dt>Id</dt>
          <dd class="mono">{server.id}</dd>
        </dl>
      </div>
      {isEndable && <Endings {...{ account, server, session }} />}
    </>
  );
}

function Endings({ account, server, session }: Place & Pick<SettingsTabProps, "session">) {
  const here = pathOf({ account, server });
  return (
    <>
      <details>
        <summary>Rotate URL…</summary>
        <form method="post" action={`${here}/rotate`}>
          <Csrf session={session} />
          <div class="field narrow">
            <label for="overlap">The current URL stops working</label>
            <select id="overlap" name="overlap_seconds">
              <option value="86400">In a day</option>
              <option value="0">At once</option>
              <option value="3600">In an hour</option>
              <option value="604800">In 7 days</option>
            </select>
          </div>
          <button>Rotate the URL</button>
        </form>
      </details>
      <details>
        <summary>Revoke…</summary>
        <form method="post" action={`${here}/revoke`}>
          <Csrf session={session} />
          <p>Its URL stops working at once, for good.</p>
          <button class="danger">{`Revoke ${server.name}`}</button>
        </form>
      </details>
    </>
  );
}
