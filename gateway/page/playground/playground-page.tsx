/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { estimateTokens, type ListedTool } from "../../../runtime/index.js";
import type { PlaygroundResult } from "../../serve/playground.js";
import type { Session } from "../../sessions.js";
import { ArgumentFields } from "../catalog/argument-field.js";
import { pretty } from "../catalog/pretty.js";
import { counted } from "../counted.js";
import { SelectFilter } from "../filters.js";
import { SandboxLink } from "../sandbox-link.js";
import { Copied, Csrf, Faults } from "../parts.js";
import { first, type Fields } from "../page-handler.js";

export interface PlaygroundProps {
  readonly session: Session;
  /** Names of the live server URLs by id. */
  readonly servers: ReadonlyMap<string, string>;
  readonly serverId: string | undefined;
  /** What the client of the server URL lists. */
  readonly listed: readonly ListedTool[];
  /** What that list costs a model. */
  readonly tokens: number;
  readonly tool: ListedTool | undefined;
  readonly fields: Fields;
  readonly faults: readonly string[];
  /** Arguments whose values can be found. */
  readonly findable: ReadonlySet<string>;
  /** Values to pick, by argument. */
  readonly picks: ReadonlyMap<string, readonly (readonly [string, string])[]>;
  /** The account whose data the call would change; asks first if it is set. */
  readonly asks: string | undefined;
  readonly result: PlaygroundResult | undefined;
  readonly copies: Readonly<Record<string, string>>;
  /** The page of the sandbox that it calls, if it calls one. */
  readonly sandbox: string | undefined;
}

/** A server URL as its client sees it, and a form to call one of its tools. */
export function PlaygroundPage(props: PlaygroundProps) {
  const { servers, serverId, listed, tokens, tool } = props;
  return (
    <>
      <div class="head">
        <div>
          <h1>Playground</h1>
          <p>
            Call tools as the client of a server URL does: with its tools, limits and approvals. The log shows
            your name.
          </p>
        </div>
      </div>
      <form class="card filters" method="get" action="/playground">
        <SelectFilter
          name="server"
          label="Server URL"
          now={serverId}
          options={[["", "Choose one"], ...servers]}
          isWide
        />
        {serverId !== undefined && (
          <SelectFilter
            name="tool"
            label="Tool"
            now={tool?.name}
            options={[["", "Choose one"], ...listed.map(({ name }) => [name, name] as const)]}
            isWide
          />
        )}
        <div class="row">
          <button class="primary">Show</button>
        </div>
      </form>
      {serverId === undefined ? (
        <p class="card empty">Choose a server URL to see the tools that its client lists.</p>
      ) : (
        <p class="soft small">
          {`Its client lists ${counted(listed.length, "tool")}, about ${counted(tokens, "token")}. `}
          <SandboxLink href={props.sandbox} />
        </p>
      )}
      {tool && <CallForm {...props} tool={tool} />}
    </>
  );
}

function CallForm({
  session,
  serverId,
  tool,
  fields,
  faults,
  findable,
  picks,
  asks,
  result,
  copies,
}: PlaygroundProps & { readonly tool: ListedTool }) {
  return (
    <form class="card" method="post" action={`/playground?server=${serverId}&tool=${tool.name}#result`}>
      <button class="aside" tabindex={-1} aria-hidden="true">
        Call
      </button>
      <h2>{tool.title}</h2>
      <p>{tool.description}</p>
      <Csrf session={session} />
      <Faults faults={faults} />
      <ArgumentFields {...{ tool, fields, picks, findable }} />
      <div class="field">
        <label class="choice">
          <input type="checkbox" name="full" value="yes" checked={first(fields, "full") !== undefined} />
          Show the full result, with every field
        </label>
      </div>
      {asks === undefined ? (
        <button class="primary">Call it</button>
      ) : (
        <div class="note warn">
          <p>{`This changes real data of ${asks}. It is not a sandbox.`}</p>
          <button name="sure" value="yes">
            Call it, and change real data
          </button>
        </div>
      )}
      <div id="result" role="status">
        {result && <Result result={result} copies={copies} />}
      </div>
    </form>
  );
}

function Result({
  result: { text, isError, ms },
  copies,
}: { readonly result: PlaygroundResult } & Pick<PlaygroundProps, "copies">) {
  return (
    <>
      <h3>{isError ? "It answered with an error" : "It answered"}</h3>
      <p class="soft small">{`${counted(estimateTokens(text), "token")}, ${ms} ms`}</p>
      <pre tabindex={0}>{pretty(text)}</pre>
      {Object.entries(copies).map(([title, copy], index) => (
        <>
          <h3>{`Copy as ${title}`}</h3>
          <Copied id={`copy-${index}`} text={copy} label={`the call as ${title}`} />
        </>
      ))}
    </>
  );
}
