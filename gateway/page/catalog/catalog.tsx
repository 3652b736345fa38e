/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ListedTool } from "../../../runtime/contract/catalogue.js";
import { createDiscover } from "../../../runtime/discover/discover.js";
import { createRegistry } from "../../../runtime/registry/registry.js";
import { tagsOf } from "../../../runtime/registry/selection.js";
import { GatewayError } from "../../error.js";
import { queryOf, visited, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { accesses } from "../../../runtime/registry/methods.js";
import { ToolPage } from "./tool.js";
import { ToolList } from "./tool-list.js";
import { argumentsOf, sandboxUrl, tryTool } from "./try.js";
import type { TriedProps } from "./try-form.js";

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
    const outcome = await discover("search_tools", wanted, { signal: AbortSignal.timeout(10_000) });
    if (outcome.fault) throw outcome.fault;
    const { tools } = outcome.value as { tools: { name: string }[] };
    return tools.map(({ name }) => byName.get(name)!);
  }

  page.get(
    "/tools",
    visited(parts, async ({ c, show }) => {
      const given = queryOf(c);
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
    if (!tool) throw new GatewayError(404, "There is no such tool.");
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
