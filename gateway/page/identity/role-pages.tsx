/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { listAccounts } from "../../accounts/accounts.js";
import { roleInput } from "../../api/schemas/roles.js";
import { grantRole, listRoleGrants, removeRoleGrant } from "../../identity/role-grants.js";
import { attempt } from "../faults.js";
import { first, visited, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { RolesPage } from "./roles-page.js";

/** Roles: the list, a form to give one, and a button to take one away. */
export function mountRolePages(page: PageApp, { core, provider, ...rest }: PageParts): void {
  const parts = { core, provider, ...rest };

  const showAll = async ({ c, session, show, fields }: Visit, faults: readonly string[] = []) => {
    const [roles, accounts] = await Promise.all([
      listRoleGrants(core, { cursor: c.req.query("cursor"), limit: 50 }),
      listAccounts(core, { limit: 200 }),
    ]);
    return show(
      { title: "Roles", room: "people" },
      <RolesPage
        {...{ session, fields, faults, provider: provider?.issuer }}
        roles={roles.result}
        next={roles.next_cursor}
        accounts={accounts.result}
      />,
      faults.length > 0 ? 400 : undefined,
    );
  };

  page.get(
    "/people",
    visited(parts, (visit) => showAll(visit)),
  );
  page.post(
    "/people",
    visited(parts, async (visit) => {
      const { c, act, fields } = visit;
      const input = {
        role: first(fields, "role"),
        holder_kind: first(fields, "holder_kind"),
        holder: first(fields, "holder") ?? "",
        integrated_account_id: first(fields, "account") ?? null,
      };
      const made = await attempt(roleInput, input, (data) => grantRole(core, provider?.issuer, data, act));
      return made.faults ? showAll(visit, made.faults) : c.redirect("/people", 303);
    }),
  );
  page.post(
    "/people/:id/remove",
    visited(parts, async ({ c, act }) => {
      await removeRoleGrant(core, c.req.param("id")!, act);
      return c.redirect("/people", 303);
    }),
  );
}
