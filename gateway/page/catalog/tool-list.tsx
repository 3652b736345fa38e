/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { accesses, type ListedTool, tagsOf, tokenCost } from "../../../runtime/index.js";
import type { ServedApi } from "../../apis.js";

export interface ToolListProps {
  readonly api: ServedApi;
  /** All served APIs. A selection is shown if there are several. */
  readonly apis: readonly ServedApi[];
  readonly tools: readonly ListedTool[];
  /** The number of tools. */
  readonly of: number;
  readonly q: string;
  readonly tag: string;
  readonly access: string;
}

/** Tools, with a search form. */
export function ToolList(props: ToolListProps) {
  const { api, tools, of, q } = props;
  return (
    <>
      <div class="head">
        <h1>Tools</h1>
      </div>
      <Filters {...props} />
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
                <a class="mono" href={`/tools/${name}?api=${api.name}`}>
                  {name}
                </a>
                <span class="soft small nowrap">{`${tokenCost(api.catalogue, name) ?? "?"} tokens`}</span>
              </div>
              <p class="small">{title}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Filters({ api, apis, q, tag, access }: ToolListProps) {
  const option = (value: string, now: string, words = value) => (
    <option value={value} selected={value === now}>
      {words}
    </option>
  );
  return (
    <form class="card filters" method="get" action="/tools" role="search">
      <div class="field search">
        <label for="q">What you want to do</label>
        <input id="q" name="q" type="search" value={q} />
      </div>
      {apis.length > 1 && (
        <div class="field">
          <label for="api">API</label>
          <select id="api" name="api">
            {apis.map(({ name, title }) => option(name, api.name, title))}
          </select>
        </div>
      )}
      <div class="field">
        <label for="tag">Tag</label>
        <select id="tag" name="tag">
          {option("", tag, "All")}
          {tagsOf(api.catalogue).map((one) => option(one, tag))}
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
  );
}
