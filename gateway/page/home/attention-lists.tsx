/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { counted } from "../counted.js";
import { IfMay } from "../if-may.js";
import { Time } from "../parts.js";
import { UNUSED_DAYS, type Attention, type DueServer } from "./attention.js";

/** Lists of what needs a person. An empty list says that all is well. */
export function AttentionLists({ failing, waiting, expiring, unused }: Attention) {
  return (
    <div class="columns">
      <IfMay deed="see approvals">
        <List
          title="Calls that wait for approval"
          none="No call waits."
          more={["/approvals", "All approvals"]}
        >
          {waiting.map(({ id, tool, serverName, created_at }) => (
            <li>
              <span>
                <a href={`/approvals/${id}`}>
                  <span class="mono">{tool}</span>
                </a>{" "}
                <span class="soft small">{serverName}</span>
              </span>
              <span class="small">
                <Time at={created_at} />
              </span>
            </li>
          ))}
        </List>
      </IfMay>
      <List title="Server URLs that fail" none="No call failed.">
        {failing.map(({ key, name, calls, errors }) => (
          <li>
            <IfMay deed="see activity" otherwise={<span>{name ?? key}</span>}>
              <a href={`/audit?server_id=${key}`}>{name ?? key}</a>
            </IfMay>
            <span class="state bad">{`${errors} of ${counted(calls, "call")} failed`}</span>
          </li>
        ))}
      </List>
      <List title="Server URLs that expire soon" none="None expires in the next 14 days.">
        {expiring.map((server) => (
          <Due server={server}>
            <Time at={server.expires_at} />
          </Due>
        ))}
      </List>
      <List
        title="Unused server URLs"
        none={`Every server URL that is older than ${UNUSED_DAYS} days was used in that time.`}
      >
        {unused.map((server) => (
          <Due server={server}>
            <Time at={server.last_used_at} none="never used" />
          </Due>
        ))}
      </List>
    </div>
  );
}

interface ListProps {
  readonly title: string;
  /** What an empty list says. */
  readonly none: string;
  /** A link to all of them. */
  readonly more?: readonly [path: string, words: string];
  readonly children: readonly Child[];
}

function List({ title, none, more, children }: ListProps) {
  return (
    <section class="card">
      <div class="split">
        <h2>{title}</h2>
        {more && children.length > 0 && (
          <a class="small" href={more[0]}>
            {more[1]}
          </a>
        )}
      </div>
      {children.length === 0 ? <p class="soft">{none}</p> : <ul class="list">{children}</ul>}
    </section>
  );
}

function Due({ server, children }: { readonly server: DueServer; readonly children: Child }) {
  return (
    <li>
      <a href={`/accounts/${server.account_id}/servers/${server.id}`}>{server.name}</a>
      <span class="small">{children}</span>
    </li>
  );
}
