/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { tokenCost } from "../../../runtime/index.js";
import type { ServedApi } from "../../apis.js";
import type { Session } from "../../sessions.js";
import { IfMay } from "../if-may.js";
import { Marks } from "../marks.js";
import { Copied } from "../parts.js";
import { ArgumentTable } from "./argument-table.js";
import { exampleCall } from "./example.js";
import type { FoundTool } from "./found-tool.js";
import type { Holder } from "./holders.js";
import { TryForm, type TriedProps } from "./try-form.js";

export interface ToolPageProps extends TriedProps {
  readonly api: ServedApi;
  readonly found: FoundTool;
  /** The type of its answer in short. */
  readonly answer: string | undefined;
  readonly holders: readonly Holder[];
  readonly session: Session;
  readonly canTry: boolean;
}

/** A tool with its description, arguments, answer, an example, its cost, and the server URLs that hold it. */
export function ToolPage({ found, answer, holders, canTry, ...props }: ToolPageProps) {
  const { api, session, fields, faults = [], outcome } = props;
  const { tool } = found;
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href={`/tools?api=${api.name}`}>Tools</a> /{" "}
            <a href={`/tools?api=${api.name}&group=${found.entry.group}`}>{found.entry.group}</a>
          </p>
          <h1>{tool.title}</h1>
        </div>
        <Marks marks={found.marks} />
      </div>
      <Facts api={api} found={found} />
      <section class="card tablecard">
        <h2>Arguments</h2>
        <ArgumentTable tool={tool} />
      </section>
      <div class="columns">
        {answer !== undefined && (
          <section class="card">
            <h2>Answer</h2>
            <p class="soft small">A field without a type is a text.</p>
            <pre tabindex={0}>{answer}</pre>
          </section>
        )}
        <section class="card">
          <h2>Example call</h2>
          <Copied id="example" text={JSON.stringify(exampleCall(tool), null, 2)} label="the example" />
        </section>
        <Holders holders={holders} />
      </div>
      <details>
        <summary>Input schema</summary>
        <div>
          <pre tabindex={0}>{JSON.stringify(tool.inputSchema, null, 2)}</pre>
        </div>
      </details>
      {canTry ? (
        <IfMay deed="call tools">
          <TryForm {...{ api, tool, session, fields, faults, outcome }} />
        </IfMay>
      ) : (
        found.calls === undefined && <p class="soft">To try tools here, start the gateway with --sandbox.</p>
      )}
    </>
  );
}

function Facts({ api, found }: Pick<ToolPageProps, "api" | "found">) {
  const { tool, entry, calls } = found;
  return (
    <div class="card">
      <p>{tool.description}</p>
      <dl>
        <dt>Name</dt>
        <dd class="mono">{tool.name}</dd>
        {entry.managed && (
          <>
            <dt>Other names</dt>
            <dd class="mono">{[entry.managed, ...entry.aliases].join(", ")}</dd>
          </>
        )}
        {calls ? (
          <>
            <dt>Calls</dt>
            <dd>
              {calls.map((name) => (
                <>
                  <a class="mono" href={`/tools/${name}?api=${api.name}`}>
                    {name}
                  </a>{" "}
                </>
              ))}
            </dd>
          </>
        ) : (
          <>
            <dt>Operation</dt>
            <dd class="mono">{entry.operation}</dd>
          </>
        )}
        <dt>Method, tags</dt>
        <dd>{[entry.access, ...entry.tags].join(", ")}</dd>
        <dt>When repeated</dt>
        <dd>{tool.annotations.idempotentHint ? "changes nothing more" : "acts again"}</dd>
        <dt>Cost</dt>
        <dd>{`${tokenCost(api.catalogue, tool.name) ?? "?"} tokens in a client's list`}</dd>
      </dl>
    </div>
  );
}

const MOST_SHOWN = 10;

function Holders({ holders }: Pick<ToolPageProps, "holders">) {
  return (
    <section class="card">
      <h2>Server URLs that hold it</h2>
      {holders.length === 0 ? (
        <p class="soft">None.</p>
      ) : (
        <ul class="list">
          {holders.slice(0, MOST_SHOWN).map(({ id, account_id, name }) => (
            <li>
              <a href={`/accounts/${account_id}/servers/${id}`}>{name}</a>
            </li>
          ))}
          {holders.length > MOST_SHOWN && <li class="soft">{`and ${holders.length - MOST_SHOWN} more`}</li>}
        </ul>
      )}
    </section>
  );
}
