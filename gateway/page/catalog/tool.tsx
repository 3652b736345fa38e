/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type ListedTool, tokenCost } from "../../../runtime/index.js";
import type { ServedApi } from "../../apis.js";
import type { Session } from "../../sessions.js";
import { TryForm, type TriedProps } from "./try-form.js";

export interface ToolPageProps extends TriedProps {
  readonly api: ServedApi;
  readonly tool: ListedTool;
  readonly session: Session;
  readonly canTry: boolean;
}

/** A tool's description and schema as a model sees them, and a form to try it. */
export function ToolPage({ api, tool, session, canTry, fields, faults = [], outcome }: ToolPageProps) {
  const { catalogue } = api;
  const entry = catalogue.index[tool.name]!;
  const { readOnlyHint, destructiveHint, idempotentHint } = tool.annotations;
  const hints = [
    readOnlyHint && "only reads",
    destructiveHint && "can't be undone",
    idempotentHint && "the same when repeated",
  ];
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href={`/tools?api=${api.name}`}>Tools</a>
          </p>
          <h1>{tool.title}</h1>
        </div>
      </div>
      <div class="card">
        <p>{tool.description}</p>
        <dl>
          <dt>Name</dt>
          <dd class="mono">{tool.name}</dd>
          {entry.managed && (
            <>
              <dt>Also</dt>
              <dd class="mono">{[entry.managed, ...entry.aliases].join(", ")}</dd>
            </>
          )}
          <dt>Operation</dt>
          <dd class="mono">{entry.operation}</dd>
          <dt>Method, tags</dt>
          <dd>{[entry.access, ...entry.tags].join(", ")}</dd>
          <dt>Effect</dt>
          <dd>{hints.filter(Boolean).join(", ") || "changes things"}</dd>
          <dt>Cost</dt>
          <dd>{`${tokenCost(catalogue, tool.name) ?? "?"} tokens`}</dd>
        </dl>
      </div>
      <details>
        <summary>Input schema</summary>
        <div>
          <pre tabindex={0}>{JSON.stringify(tool.inputSchema, null, 2)}</pre>
        </div>
      </details>
      {canTry ? (
        <TryForm {...{ api, tool, session, fields, faults, outcome }} />
      ) : (
        <p class="soft">To try tools here, start the gateway with --sandbox.</p>
      )}
    </>
  );
}
