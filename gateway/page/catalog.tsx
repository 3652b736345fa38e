/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue, ListedTool } from "../../runtime/catalogue.js";
import type { CallOutcome } from "../../runtime/caller.js";
import { createDiscover } from "../../runtime/discover/discover.js";
import { createRegistry } from "../../runtime/registry.js";
import { tagsOf } from "../../runtime/selection.js";
import { notFound } from "../error.js";
import type { Session } from "../sessions.js";
import { Csrf, Faults } from "./layout.js";
import { accesses } from "./server-input.js";
import { first, visited, type Fields, type PageApp, type PageParts, type Visit } from "./room.js";
import { argumentsOf, kindOf, propertyOf, sandboxUrl, tryTool } from "./try.js";

const room = { room: "tools" } as const;

/** Further down, a search's hits share little with what was meant. */
const mostFound = 30;

/** The tool catalogue: search as models search it, each tool's words and schema, and a form to try it. */
export function mountCatalogPages(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  const { catalogue } = core.api;
  const registry = createRegistry(catalogue, { surface: "full" });
  const discover = createDiscover(core.api, registry, () =>
    Promise.reject(new Error("A search calls nothing.")),
  );
  const byName = new Map(catalogue.tools.map((tool) => [tool.name, tool]));

  /** The best tools for a query, as `search_tools` finds them. */
  async function search(query: string, tag: string, access: string): Promise<ListedTool[]> {
    const wanted = {
      query: query.slice(0, 300),
      limit: mostFound,
      ...(tag ? { tags: [tag] } : {}),
      ...(access ? { access } : {}),
    };
    const { content } = await discover("search_tools", wanted, { signal: AbortSignal.timeout(10_000) });
    const { tools } = JSON.parse(content[0].text) as { tools: { name: string }[] };
    return tools.map(({ name }) => byName.get(name)!);
  }

  page.get(
    "/tools",
    visited(parts, async ({ c, show }) => {
      const given = c.req.query();
      const q = given["q"]?.trim() ?? "";
      const tag = tagsOf(catalogue).find((one) => one === given["tag"]) ?? "";
      const access = accesses.find((one) => one === given["access"]) ?? "";
      const listed = catalogue.tools.filter(({ name }) => {
        const entry = catalogue.index[name]!;
        return (!tag || entry.tags.includes(tag)) && (!access || entry.access === access);
      });
      const tools = q ? await search(q, tag, access) : listed;
      return show(
        { title: "Tools", ...room },
        <ToolList {...{ catalogue, tools, q, tag, access }} of={listed.length} />,
      );
    }),
  );

  const showTool = ({ c, session, show }: Visit, given: Partial<TriedProps> = {}) => {
    const tool = catalogue.tools.find(({ name }) => name === c.req.param("name"));
    if (!tool) throw notFound("tool", c.req.param("name")!);
    const canTry = sandboxUrl(core) !== undefined;
    return show(
      { title: tool.title, ...room },
      <ToolPage {...{ catalogue, tool, session, canTry, fields: {}, ...given }} />,
    );
  };
  page.get(
    "/tools/:name",
    visited(parts, (visit) => showTool(visit)),
  );
  page.post(
    "/tools/:name",
    visited(parts, async (visit) => {
      const { c, fields, act } = visit;
      const tool = catalogue.tools.find(({ name }) => name === c.req.param("name"));
      const baseUrl = sandboxUrl(core);
      if (!tool || baseUrl === undefined) return showTool(visit);
      const { args, faults } = argumentsOf(tool, fields);
      if (faults.length > 0) return showTool(visit, { fields, faults });
      return showTool(visit, { fields, outcome: await tryTool(core, baseUrl, tool.name, args, act) });
    }),
  );
}

interface ToolListProps {
  readonly catalogue: Catalogue;
  readonly tools: readonly ListedTool[];
  /** How many there are. */
  readonly of: number;
  readonly q: string;
  readonly tag: string;
  readonly access: string;
}

function ToolList({ catalogue, tools, of, q, tag, access }: ToolListProps) {
  const option = (value: string, now: string, words = value) => (
    <option value={value} selected={value === now}>
      {words}
    </option>
  );
  return (
    <>
      <div class="head">
        <h1>Tools</h1>
      </div>
      <form class="card filters" method="get" action="/tools" role="search">
        <div class="field search">
          <label for="q">What you want to do</label>
          <input id="q" name="q" type="search" value={q} />
        </div>
        <div class="field">
          <label for="tag">Tag</label>
          <select id="tag" name="tag">
            {option("", tag, "All")}
            {tagsOf(catalogue).map((one) => option(one, tag))}
          </select>
        </div>
        <div class="field">
          <label for="access">Method</label>
          <select id="access" name="access">
            {option("", access, "All")}
            {accesses.map((one) => option(one, access))}
          </select>
        </div>
        <div class="row">
          <button class="primary">Search</button>
        </div>
      </form>
      <p class="soft small" role="status">
        {q && tools.length < of
          ? `The best ${tools.length} of ${of} tools`
          : `${tools.length} of ${of} tools`}
      </p>
      {tools.length > 0 && (
        <ul class="card tools">
          {tools.map(({ name, title }) => (
            <li>
              <div class="line">
                <a class="mono" href={`/tools/${name}`}>
                  {name}
                </a>
                <span class="soft small nowrap">{`${catalogue.costs?.[name] ?? "?"} tokens`}</span>
              </div>
              <p class="small">{title}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface TriedProps {
  /** What was filled in. */
  readonly fields: Fields;
  readonly faults?: readonly string[];
  readonly outcome?: CallOutcome;
}

interface ToolPageProps extends TriedProps {
  readonly catalogue: Catalogue;
  readonly tool: ListedTool;
  readonly session: Session;
  readonly canTry: boolean;
}

function ToolPage({ catalogue, tool, session, canTry, fields, faults = [], outcome }: ToolPageProps) {
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
            <a href="/tools">Tools</a>
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
          <dd>{`${catalogue.costs?.[tool.name] ?? "?"} tokens`}</dd>
        </dl>
      </div>
      <details>
        <summary>Input schema</summary>
        <div>
          <pre tabindex={0}>{JSON.stringify(tool.inputSchema, null, 2)}</pre>
        </div>
      </details>
      {canTry ? (
        <TryForm {...{ tool, session, fields, faults, outcome }} />
      ) : (
        <p class="soft">Tools can be tried here where the gateway runs with --sandbox.</p>
      )}
    </>
  );
}

function TryForm({
  tool,
  session,
  fields,
  faults = [],
  outcome,
}: Omit<ToolPageProps, "catalogue" | "canTry">) {
  const names = Object.keys(tool.inputSchema.properties);
  const required = new Set(tool.inputSchema.required);
  return (
    <form class="card" method="post" action={`/tools/${tool.name}#outcome`}>
      <h2>Try it on the sandbox</h2>
      <Csrf session={session} />
      <Faults faults={faults} />
      {names.length === 0 && <p class="soft">It takes no arguments.</p>}
      {names.map((name) => (
        <ArgumentField
          tool={tool}
          name={name}
          isRequired={required.has(name)}
          value={first(fields, `arg.${name}`)}
        />
      ))}
      <button class="primary">Call it</button>
      <div id="outcome" role="status">
        {outcome && (
          <>
            <h3>{outcome.isError ? "It answered with an error" : "It answered"}</h3>
            <pre tabindex={0}>{pretty(outcome.content[0].text)}</pre>
          </>
        )}
      </div>
    </form>
  );
}

interface ArgumentFieldProps {
  readonly tool: ListedTool;
  readonly name: string;
  readonly isRequired: boolean;
  readonly value: string | undefined;
}

function ArgumentField({ tool, name, isRequired, value }: ArgumentFieldProps) {
  const schema = propertyOf(tool, name);
  const kind = kindOf(schema);
  const [id, note] = [`arg-${name}`, `note-${name}`];
  const common = { id, name: `arg.${name}`, required: isRequired, "aria-describedby": note };
  const choices = schema.enum ?? [true, false];
  return (
    <div class="field">
      <label for={id}>
        <span class="mono">{name}</span>
        {!isRequired && <span class="soft small"> optional</span>}
      </label>
      {kind === "choice" && (
        <select {...common}>
          <option value="">–</option>
          {choices.map((choice) => (
            <option value={String(choice)} selected={String(choice) === value}>
              {String(choice)}
            </option>
          ))}
        </select>
      )}
      {kind === "text" && <input {...common} value={value} autocomplete="off" />}
      {kind === "number" && <input {...common} value={value} type="number" step="any" />}
      {kind === "json" && (
        <textarea {...common} rows={3} spellcheck={false}>
          {value ?? ""}
        </textarea>
      )}
      <span class="soft" id={note}>
        {schema.description}
        {kind === "json" && " As JSON."}
      </span>
    </div>
  );
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
