/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type CallOutcome, type ListedTool, textOf } from "../../../runtime/index.js";
import type { ServedApi } from "../../apis.js";
import type { Session } from "../../sessions.js";
import { Csrf, Faults } from "../parts.js";
import type { Fields } from "../page-handler.js";
import { SandboxLink } from "../sandbox-link.js";
import { sandboxView } from "./try.js";
import { pretty } from "./pretty.js";
import { ArgumentFields } from "./argument-field.js";

export interface TriedProps {
  /** The filled-in values. */
  readonly fields: Fields;
  readonly faults?: readonly string[];
  readonly outcome?: CallOutcome;
}

export interface TryFormProps extends TriedProps {
  readonly api: ServedApi;
  readonly tool: ListedTool;
  readonly session: Session;
}

/** A form with a field for each argument, and the sandbox's answer. */
export function TryForm({ api, tool, session, fields, faults = [], outcome }: TryFormProps) {
  return (
    <form class="card" method="post" action={`/tools/${tool.name}?api=${api.name}#outcome`}>
      <div class="split">
        <h2>Try it on the sandbox</h2>
        <SandboxLink href={sandboxView(api)} />
      </div>
      <Csrf session={session} />
      <Faults faults={faults} />
      <ArgumentFields tool={tool} fields={fields} />
      <button class="primary">Call it</button>
      <div id="outcome" role="status">
        {outcome && (
          <>
            <h3>{outcome.fault ? "It answered with an error" : "It answered"}</h3>
            <pre tabindex={0}>{pretty(textOf(outcome))}</pre>
          </>
        )}
      </div>
    </form>
  );
}
