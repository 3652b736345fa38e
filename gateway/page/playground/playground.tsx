/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Arguments, ListedTool } from "../../../runtime/index.js";
import { getAccount, type Account } from "../../accounts/accounts.js";
import { apiOf, type ServedApi } from "../../apis.js";
import type { Core } from "../../core.js";
import { GatewayError } from "../../error.js";
import { serverUrl } from "../../server-url.js";
import type { Server } from "../../servers/server.js";
import { listAllServers } from "../../servers/server-lists.js";
import { listedOf } from "../../tool-groups.js";
import { argumentsOf, sandboxView } from "../catalog/try.js";
import { faultOf } from "../faults.js";
import { may } from "../may.js";
import { first, visited, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { copiesOf } from "./copies.js";
import { picksIn, pickSources, type PickSource } from "./picks.js";
import { PlaygroundPage, type PlaygroundProps } from "./playground-page.js";

/** What a person chose: a server URL, and perhaps one of its tools. */
interface Chosen {
  readonly server: Server;
  readonly account: Account;
  readonly api: ServedApi;
  readonly listed: readonly ListedTool[];
  readonly tool: ListedTool | undefined;
  readonly sources: ReadonlyMap<string, PickSource>;
}

type Shown = Partial<Pick<PlaygroundProps, "fields" | "faults" | "picks" | "asks" | "result" | "copies">>;

/** Calls tools as the client of a server URL does. */
export function mountPlayground(page: PageApp, parts: PageParts): void {
  const { core, playground } = parts;
  const screens = createScreens(parts);
  page.get(
    "/playground",
    visited(parts, async (visit) => screens.show(visit, await chosenIn(core, playground, visit))),
  );
  page.post(
    "/playground",
    visited(parts, async (visit) => {
      const { fields } = visit;
      const chosen = await chosenIn(core, playground, visit);
      const { tool } = chosen ?? {};
      if (!chosen || !tool) return screens.show(visit, chosen);
      const argument = first(fields, "find");
      try {
        return await (argument === undefined
          ? screens.run(visit, chosen, tool)
          : screens.find(visit, chosen, argument));
      } catch (error) {
        return screens.show(visit, chosen, { fields, faults: faultOf(error) });
      }
    }),
  );
}

function createScreens({ core, playground }: PageParts) {
  async function show(visit: Visit, chosen: Chosen | undefined, shown: Shown = {}) {
    const { result } = await listAllServers(core, { state: "active", limit: 200 });
    const { listed = [], tool, sources = new Map<string, PickSource>() } = chosen ?? {};
    return visit.show(
      { title: "Playground", room: "playground" },
      <PlaygroundPage
        session={visit.session}
        servers={new Map(callable(visit, result).map(({ id, name }) => [id, name]))}
        serverId={chosen?.server.id}
        findable={new Set(sources.keys())}
        {...{ listed, tool, fields: {}, faults: [], picks: new Map(), asks: undefined, result: undefined }}
        copies={{}}
        tokens={chosen ? listedOf(chosen.api.catalogue, chosen.server.config).tokens : 0}
        sandbox={chosen?.account.region === "sandbox" ? sandboxView(chosen.api) : undefined}
        {...shown}
      />,
    );
  }

  function call({ c, act, session }: Visit, { server }: Chosen, tool: string, args: Arguments) {
    const { publicUrl } = c.env.context;
    return playground.call({ serverId: server.id, tool, args, act, session, right: "tool.try", publicUrl });
  }

  /** Shows the values of one argument, to pick from. */
  async function find(visit: Visit, chosen: Chosen, argument: string): Promise<Response> {
    const { fields } = visit;
    const source = chosen.sources.get(argument);
    if (!source) return show(visit, chosen, { fields });
    const { text, isError } = await call(visit, chosen, source.tool, {});
    const picks = isError ? [] : picksIn(text, source);
    const fault = `No values of ${argument} were found with ${source.tool}.`;
    return picks.length === 0
      ? show(visit, chosen, { fields, faults: [fault] })
      : show(visit, chosen, { fields, picks: new Map([[argument, picks]]) });
  }

  /** Calls the tool, and asks first if that changes real data. */
  async function run(visit: Visit, chosen: Chosen, tool: ListedTool): Promise<Response> {
    const { c, fields } = visit;
    const { account, server } = chosen;
    const { args, faults } = argumentsOf(tool, fields);
    if (faults.length > 0) return show(visit, chosen, { fields, faults });
    const isReal = account.region !== "sandbox" && !tool.annotations.readOnlyHint;
    if (isReal && first(fields, "sure") === undefined)
      return show(visit, chosen, { fields, asks: account.name });
    const asked = first(fields, "full") === undefined ? args : { ...args, view: "full" };
    const result = await call(visit, chosen, tool.name, asked);
    const url = serverUrl(c.env.context.publicUrl, server, "PASTE-THE-TOKEN-OF-THE-URL");
    return show(visit, chosen, { fields, result, copies: copiesOf({ tool: tool.name, args: asked, url }) });
  }

  return { show, find, run };
}

/** The server URLs that the person may call. */
function callable({ session }: Visit, servers: readonly Server[]): readonly Server[] {
  return servers.filter(({ integrated_account_id: account }) => may(session, "call tools", { account }));
}

/** The server URL in the address; undefined if there is none. @throws GatewayError 403, 404, 409 */
async function chosenIn(
  core: Core,
  playground: PageParts["playground"],
  { c, session }: Visit,
): Promise<Chosen | undefined> {
  const id = c.req.query("server");
  if (!id) return undefined;
  const [server] = (await listAllServers(core, { called: id, state: "active" })).result;
  if (!server) return undefined;
  const account = await getAccount(core, server.integrated_account_id);
  if (!may(session, "call tools", { account: account.id }))
    throw new GatewayError(403, `Your roles do not let you call tools of the account ${account.name}.`);
  const api = apiOf(core, account);
  const listed = await playground.list(server.id);
  const tool = listed.find(({ name }) => name === c.req.query("tool"));
  const sources = tool ? await pickSources(api, tool) : new Map<string, PickSource>();
  return { server, account, api, listed, tool, sources };
}
