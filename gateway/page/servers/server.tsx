/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { servedApi } from "../../apis.js";
import { clientNameOf } from "../../clients/clients.js";
import { oauthResource } from "../../server-url.js";
import { rangeNamed } from "../home/ranges.js";
import { readTail, Tail } from "../log/tail.js";
import { visited, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { placeOf } from "./place.js";
import { ConnectTab } from "./server/connect-tab.js";
import { OverviewTab, readOverview } from "./server/overview.js";
import { PermissionsTab } from "./server/permissions.js";
import { SettingsTab } from "./server/settings-tab.js";
import { pathOf, Tabbed, tabs, type Place, type Tab } from "./server/tabs.js";

type ShowTab = (visit: Visit, place: Place) => Promise<Child> | Child;

/** One server URL: what it does, how to connect it, what it may do, its log and its options. */
export function mountServer(page: PageApp, parts: PageParts): void {
  const shown = tabsOf(parts);
  for (const [tab, [end]] of Object.entries(tabs) as [Tab, (typeof tabs)[Tab]][])
    page.get(
      `/accounts/:id/servers/:server${end}`,
      visited(parts, async (visit) => {
        const place = await placeOf(parts.core, visit);
        return visit.show(
          { title: place.server.name, room: "servers" },
          <Tabbed {...place} now={tab}>
            {await shown[tab](visit, place)}
          </Tabbed>,
        );
      }),
    );
}

function tabsOf({ core }: PageParts): Readonly<Record<Tab, ShowTab>> {
  const publicUrlOf = ({ c }: Visit) => c.env.context.publicUrl;
  return {
    overview: async ({ c }, place) => {
      const range = rangeNamed(c.req.query("range"));
      return <OverviewTab {...place} {...await readOverview(core, place.server.id, range)} />;
    },
    connect: (visit, place) => {
      const publicUrl = publicUrlOf(visit);
      const { server } = place;
      const open = server.config.oauth?.without_token ? oauthResource(publicUrl, server) : null;
      return (
        <ConnectTab {...place} {...{ publicUrl, open, clientName: clientNameOf(core.apis, place.account) }} />
      );
    },
    permissions: ({ c }, { account, server }) => {
      const api = servedApi(core, account.api);
      return api ? (
        <PermissionsTab
          {...{ server, catalogue: api.catalogue, open: c.req.query("group") }}
          here={`${pathOf({ account, server })}/permissions`}
        />
      ) : (
        <p class="card empty">This gateway does not serve the account's API now.</p>
      );
    },
    activity: async (_visit, { server: { id } }) => (
      <Tail {...await readTail(core, { server_id: id })} serverId={id} />
    ),
    settings: (visit, place) => (
      <SettingsTab
        {...place}
        session={visit.session}
        resource={oauthResource(publicUrlOf(visit), place.server)}
        catalogue={servedApi(core, place.account.api)?.catalogue}
      />
    ),
  };
}
