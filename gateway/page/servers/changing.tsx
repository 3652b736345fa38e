/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { apiOf } from "../../apis.js";
import type { Account } from "../../accounts/accounts.js";
import { serverChange } from "../../api/schemas/servers.js";
import type { Server } from "../../servers/server.js";
import { requireUnmanaged as unmanaged } from "../../declare/managed-columns.js";
import { updateServer } from "../../servers/servers.js";
import { expiryOf } from "../expiry.js";
import { attempt } from "../faults.js";
import { visited, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { ServerFormPage } from "./form/form.js";
import { changeTo, formOf, isAsking, sentForm, type ServerForm } from "./form/input.js";
import { Previewed } from "./form/previewed.js";
import { Head } from "./head.js";
import { placeOf } from "./place.js";

interface Changing {
  readonly account: Account;
  readonly server: Server;
  readonly form: ServerForm;
  readonly faults?: readonly string[];
}

/** Changes a server. Its URL stays. */
export function mountServerChanging(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  const { issuers } = core;
  const path = "/accounts/:id/servers/:server/edit";

  page.get(
    path,
    visited(parts, async (visit) => {
      const { account, server } = await placeOf(core, visit);
      return showForm(visit, { account, server, form: formOf(apiOf(core, account).catalogue, server) });
    }),
  );
  page.post(
    path,
    visited(parts, async (visit) => {
      const { account, server } = await placeOf(core, visit);
      const { catalogue } = apiOf(core, account);
      const form = sentForm({ fields: visit.fields, catalogue, before: server.config });
      if (isAsking(visit.fields)) return showForm(visit, { account, server, form });
      const change = {
        name: form.name,
        config: changeTo(server.config, form.config),
        expires_at: expiryOf(form, core.now()),
      };
      const made = await attempt(serverChange, change, (data) =>
        updateServer(core, { accountId: account.id, id: unmanaged(server).id }, data, visit.act),
      );
      if (made.faults) return showForm(visit, { account, server, form, faults: made.faults });
      return visit.c.redirect(`/accounts/${account.id}/servers/${server.id}`, 303);
    }),
  );

  page.post(
    `${path}/preview`,
    visited(parts, async (visit) => {
      const { account, server } = await placeOf(core, visit);
      const { catalogue } = apiOf(core, account);
      const form = sentForm({ fields: visit.fields, catalogue, before: server.config });
      return visit.showPart(<Previewed {...{ catalogue, form }} />);
    }),
  );

  function showForm(visit: Visit, { account, server, form, faults = [] }: Changing) {
    const { catalogue } = apiOf(core, account);
    const title = `Change ${server.name}`;
    const content = (
      <>
        <Head {...{ account, server, title }} />
        <ServerFormPage
          {...{ catalogue, form, issuers, faults }}
          here={`/accounts/${account.id}/servers/${server.id}/edit`}
          session={visit.session}
          existing={server}
        />
      </>
    );
    return visit.show({ title, room: "servers" }, content, faults.length > 0 ? 400 : undefined);
  }
}
