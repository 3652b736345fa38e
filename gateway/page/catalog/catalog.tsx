/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { accesses, tagsOf } from "../../../runtime/index.js";
import { servedApi, type ServedApi } from "../../apis.js";
import { GatewayError } from "../../error.js";
import { queryOf, visited, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { createToolSearch, type ToolSearch } from "./searched.js";
import { ToolPage } from "./tool.js";
import { ToolList } from "./tool-list.js";
import { argumentsOf, sandboxUrl, tryTool } from "./try.js";
import type { TriedProps } from "./try-form.js";

const room = { room: "tools" } as const;

/** The tool catalogue: a search like that of models, each tool's description and schema, and a form to try it. */
export function mountCatalogPages(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  const apis = Object.values(core.apis);
  const searches = new Map<ServedApi, ToolSearch>(apis.map((api) => [api, createToolSearch(api)]));
  const apiIn = ({ c }: Visit) => servedApi(core, c.req.query("api") ?? "") ?? apis[0]!;

  page.get(
    "/tools",
    visited(parts, async (visit) => {
      const api = apiIn(visit);
      const { catalogue } = api;
      const given = queryOf(visit.c);
      const q = given["q"]?.trim() ?? "";
      const tag = tagsOf(catalogue).find((one) => one === given["tag"]) ?? "";
      const access = accesses.find((one) => one === given["access"]) ?? "";
      const listed = catalogue.tools.filter(({ name }) => {
        const entry = catalogue.index[name]!;
        return (!tag || entry.tags.includes(tag)) && (!access || entry.access === access);
      });
      const tools = q ? await searches.get(api)!(q, { tag, access }) : listed;
      return visit.show(
        { title: "Tools", ...room },
        <ToolList {...{ api, apis, tools, q, tag, access }} of={listed.length} />,
      );
    }),
  );

  const showTool = (visit: Visit, given: Partial<TriedProps> = {}) => {
    const { c, session } = visit;
    const api = apiIn(visit);
    const tool = api.catalogue.tools.find(({ name }) => name === c.req.param("name"));
    if (!tool) throw new GatewayError(404, "There is no such tool.");
    const canTry = sandboxUrl(api) !== undefined;
    return visit.show(
      { title: tool.title, ...room },
      <ToolPage {...{ api, tool, session, canTry, fields: {}, ...given }} />,
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
      const api = apiIn(visit);
      const tool = api.catalogue.tools.find(({ name }) => name === c.req.param("name"));
      if (!tool || sandboxUrl(api) === undefined) return showTool(visit);
      const { args, faults } = argumentsOf(tool, fields);
      if (faults.length > 0) return showTool(visit, { fields, faults });
      return showTool(visit, { fields, outcome: await tryTool(core, api, { tool: tool.name, args }, act) });
    }),
  );
}
