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
import { newForm, sentForm, type ServerForm } from "./form/input.js";
import { Head } from "./head.js";

/** Creates a server URL. */
export function mountServerMaking(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  const { issuers } = core;
  const accountOf = ({ c }: Visit) => getAccount(core, c.req.param("id")!);
  const showForm = (visit: Visit, account: Account, form: ServerForm, faults: readonly string[] = []) => {
    const { catalogue } = apiOf(core, account);
    return visit.show(
      { title: "New server URL", room: "servers" },
      <>
        <Head account={account} title="New server URL" />
        <ServerFormPage {...{ catalogue, form, issuers, faults }} session={visit.session} />
      </>,
      faults.length > 0 ? 400 : undefined,
    );
  };

  page.get(
    "/accounts/:id/servers/new",
    visited(parts, async (visit) => {
      const account = await accountOf(visit);
      return showForm(visit, account, newForm(apiOf(core, account).catalogue));
    }),
  );
  page.post(
    "/accounts/:id/servers/new",
    visited(parts, async (visit) => {
      const account = await accountOf(visit);
      const form = sentForm({ fields: visit.fields, catalogue: apiOf(core, account).catalogue });
      const input = { name: form.name, config: form.config, expires_at: expiryOf(form, core.now()) };
      const made = await attempt(serverInput, input, (data) =>
        createServer(core, account.id, data, visit.act),
      );
      if (made.faults) return showForm(visit, account, form, made.faults);
      return redirectToUrl(parts, visit, made.result, { act: "made" });
    }),
  );
}
