/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { servedApi, type ServedApi } from "../../apis.js";
import { GatewayError } from "../../error.js";
import { queryOf, visited, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { foundTools, kindNamed, kinds, type FoundTool } from "./found-tool.js";
import { holdersOf } from "./holders.js";
import { createToolLookup, type ToolLookup } from "./searched.js";
import { ToolPage } from "./tool.js";
import { ToolList } from "./tool-list.js";
import { argumentsOf, sandboxUrl, tryTool } from "./try.js";
import type { TriedProps } from "./try-form.js";

const room = { room: "tools" } as const;
const PER_PAGE = 40;

/** What the page knows of a served API. */
interface ApiTools {
  readonly api: ServedApi;
  readonly lookup: ToolLookup;
  readonly found: ReadonlyMap<string, FoundTool>;
}

/** The tool catalogue: by group, a search like that of models, and each tool with all that is known of it. */
export function mountCatalogPages(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  const apis = Object.values(core.apis);
  const known = new Map<ServedApi, ApiTools>(
    apis.map((api) => [api, { api, lookup: createToolLookup(api), found: foundTools(api.catalogue) }]),
  );
  const toolsIn = ({ c }: Visit) => known.get(servedApi(core, c.req.query("api") ?? "") ?? apis[0]!)!;

  page.get(
    "/tools",
    visited(parts, async (visit) => {
      const { api, lookup, found } = toolsIn(visit);
      const query = queryOf(visit.c);
      const all = query["q"] ? namedIn(found, await lookup.search(query["q"])) : [...found.values()];
      const matching = matchingIn(all, query);
      const pages = Math.max(1, Math.ceil(matching.length / PER_PAGE));
      const now = Math.min(pages, Math.max(1, Math.trunc(Number(query["page"])) || 1));
      return visit.show(
        { title: "Tools", ...room },
        <ToolList
          {...{ api, apis, query, pages, page: now, groups: groupsIn(found), matching: matching.length }}
          tools={matching.slice((now - 1) * PER_PAGE, now * PER_PAGE)}
        />,
      );
    }),
  );

  const showTool = async (visit: Visit, given: Partial<TriedProps> = {}) => {
    const { c, session } = visit;
    const { api, lookup, found } = toolsIn(visit);
    const one = found.get(c.req.param("name")!);
    if (!one) throw new GatewayError(404, "There is no such tool.");
    const { tool, calls = [tool.name] } = one;
    const [answer, holders] = await Promise.all([lookup.answerOf(tool.name), holdersOf(core, api, calls)]);
    const canTry = sandboxUrl(api) !== undefined && one.calls === undefined;
    return visit.show(
      { title: tool.title, ...room },
      <ToolPage {...{ api, found: one, answer, holders, session, canTry, fields: {}, ...given }} />,
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
      const { api } = toolsIn(visit);
      const tool = api.catalogue.tools.find(({ name }) => name === c.req.param("name"));
      if (!tool || sandboxUrl(api) === undefined) return showTool(visit);
      const { args, faults } = argumentsOf(tool, fields);
      if (faults.length > 0) return showTool(visit, { fields, faults });
      return showTool(visit, { fields, outcome: await tryTool(core, api, { tool: tool.name, args }, act) });
    }),
  );
}

function namedIn(found: ApiTools["found"], names: readonly string[]): FoundTool[] {
  return names.flatMap((name) => found.get(name) ?? []);
}

function matchingIn(all: readonly FoundTool[], query: Readonly<Record<string, string>>): FoundTool[] {
  const kind = kindNamed(query["kind"]);
  const { group } = query;
  return all.filter((one) => (!group || one.entry.group === group) && (!kind || kinds[kind].has(one)));
}

function groupsIn(found: ApiTools["found"]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { entry } of found.values()) counts.set(entry.group, (counts.get(entry.group) ?? 0) + 1);
  return new Map([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}
