/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { tokenCost } from "../../../runtime/index.js";
import type { ServedApi } from "../../apis.js";
import { counted } from "../counted.js";
import { SelectFilter } from "../filters.js";
import { Marks } from "../marks.js";
import { addressOf } from "../sorting.js";
import { kinds, type FoundTool } from "./found-tool.js";

export interface ToolListProps {
  readonly api: ServedApi;
  /** All served APIs. A selection is shown if there are several. */
  readonly apis: readonly ServedApi[];
  /** Groups with the numbers of their tools, before any search. */
  readonly groups: ReadonlyMap<string, number>;
  /** The tools of this page. */
  readonly tools: readonly FoundTool[];
  /** How many match. */
  readonly matching: number;
  readonly page: number;
  readonly pages: number;
  readonly query: Readonly<Record<string, string>>;
}

/** Tools by group, with a search that finds by meaning. */
export function ToolList(props: ToolListProps) {
  const { api, groups, tools, matching, page, pages, query } = props;
  const here = { path: "/tools", query };
  return (
    <>
      <div class="head">
        <h1>Tools</h1>
      </div>
      <Search {...props} />
      <nav class="groups" aria-label="Groups">
        <a href={addressOf(here, { group: "", page: "" })} aria-current={query["group"] ? undefined : "true"}>
          All groups
        </a>
        {[...groups].map(([group, count]) => (
          <a
            href={addressOf(here, { group, page: "" })}
            aria-current={group === query["group"] ? "true" : undefined}
          >
            {group} <small>{count}</small>
          </a>
        ))}
      </nav>
      <p class="soft small" role="status">
        {query["q"] ? `The best ${counted(matching, "tool")}` : counted(matching, "tool")}
      </p>
      {tools.length === 0 ? (
        <p class="card empty">No tool matches. Use other words, or clear the filters.</p>
      ) : (
        <ul class="card tools">
          {tools.map(({ tool, marks }) => (
            <li>
              <div class="line">
                <a class="mono" href={`/tools/${tool.name}?api=${api.name}`}>
                  {tool.name}
                </a>
                <Marks marks={marks} />
                <span class="soft small nowrap">{`${tokenCost(api.catalogue, tool.name) ?? "?"} tokens`}</span>
              </div>
              <p class="small">{tool.title}</p>
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        {page > 1 && (
          <a class="button" href={addressOf(here, { page: String(page - 1) })}>
            Previous
          </a>
        )}
        {page < pages && (
          <a class="button" href={addressOf(here, { page: String(page + 1) })}>
            Next
          </a>
        )}
        {pages > 1 && <span class="soft small">{`Page ${page} of ${pages}`}</span>}
      </div>
    </>
  );
}

function Search({ api, apis, query }: ToolListProps) {
  return (
    <form class="card filters sticky" method="get" action="/tools" role="search">
      <div class="field wide">
        <label for="q">What you want to do</label>
        <input id="q" name="q" type="search" value={query["q"]} placeholder="page the payments team" />
      </div>
      {apis.length > 1 && (
        <SelectFilter
          name="api"
          label="API"
          now={api.name}
          options={apis.map(({ name, title }) => [name, title] as const)}
        />
      )}
      <SelectFilter
        name="kind"
        label="What it does"
        now={query["kind"]}
        options={[
          ["", "Anything"],
          ...Object.entries(kinds).map(([name, { words }]) => [name, words] as const),
        ]}
      />
      {query["group"] && <input type="hidden" name="group" value={query["group"]} />}
      <div class="row">
        <button class="primary">Search</button>
        <a href="/tools">Clear</a>
      </div>
    </form>
  );
}
