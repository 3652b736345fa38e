/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { apiOf } from "../../apis.js";
import { getAccount, type Account } from "../../accounts/accounts.js";
import { serverInput } from "../../api/schemas/servers.js";
import { createServer } from "../../servers/servers.js";
import { expiryOf } from "../expiry.js";
import { attempt } from "../faults.js";
import { visited, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { redirectToUrl } from "./created.js";
import { ServerFormPage } from "./form/form.js";
import { isAsking, newForm, sentForm, type ServerForm } from "./form/input.js";
import { Presets } from "./form/presets.js";
import { Previewed } from "./form/previewed.js";
import { Head } from "./head.js";

/** Creates a server URL. */
export function mountServerMaking(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  const { issuers } = core;
  const path = "/accounts/:id/servers/new";
  const accountOf = ({ c }: Visit) => getAccount(core, c.req.param("id")!);
  const showForm = (visit: Visit, account: Account, form: ServerForm, faults: readonly string[] = []) => {
    const { catalogue } = apiOf(core, account);
    const here = `/accounts/${account.id}/servers/new`;
    return visit.show(
      { title: "New server URL", room: "servers" },
      <>
        <Head account={account} title="New server URL" />
        <Presets presets={catalogue.presets ?? []} now={visit.c.req.query("preset")} here={here} />
        <ServerFormPage {...{ catalogue, form, issuers, here, faults }} session={visit.session} />
      </>,
      faults.length > 0 ? 400 : undefined,
    );
  };

  page.get(
    path,
    visited(parts, async (visit) => {
      const account = await accountOf(visit);
      const { catalogue } = apiOf(core, account);
      const preset = catalogue.presets?.find(({ name }) => name === visit.c.req.query("preset"));
      const form = newForm(catalogue, preset);
      const isPicked = visit.c.req.query("pick") !== undefined;
      return showForm(visit, account, { ...form, isPicked });
    }),
  );
  page.post(
    path,
    visited(parts, async (visit) => {
      const account = await accountOf(visit);
      const form = sentForm({ fields: visit.fields, catalogue: apiOf(core, account).catalogue });
      if (isAsking(visit.fields)) return showForm(visit, account, form);
      const input = { name: form.name, config: form.config, expires_at: expiryOf(form, core.now()) };
      const made = await attempt(serverInput, input, (data) =>
        createServer(core, account.id, data, visit.act),
      );
      if (made.faults) return showForm(visit, account, form, made.faults);
      return redirectToUrl(parts, visit, made.result, { act: "made" });
    }),
  );
  page.post(
    `${path}/preview`,
    visited(parts, async (visit) => {
      const { catalogue } = apiOf(core, await accountOf(visit));
      return visit.showPart(
        <Previewed {...{ catalogue, form: sentForm({ fields: visit.fields, catalogue }) }} />,
      );
    }),
  );
}
