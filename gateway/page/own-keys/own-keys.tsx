/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { GatewayError } from "../../error.js";
import type { Identity } from "../../identity/identity.js";
import { faultOf } from "../faults.js";
import { first, visited, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { DepositForm } from "./deposit-form.js";
import { OwnKeyList } from "./own-key-list.js";

/** A person's own keys: the list, a form to deposit one, and removal. Only the person sees and changes them. */
export function mountOwnKeyPages(page: PageApp, parts: PageParts): void {
  const { ownKeys } = parts;

  const showForm = async (visit: Visit, faults: readonly string[] = []) => {
    const { c, session, show } = visit;
    const id = c.req.param("id")!;
    const identity = identityOf(visit);
    const [account, keys] = [await ownKeys.account(id), await ownKeys.keysOf(identity)];
    const hasKey = keys.some(({ account_id }) => account_id === id);
    return show(
      { title: "Your key" },
      <DepositForm {...{ session, account, hasKey, faults }} id={id} />,
      faults.length > 0 ? 400 : undefined,
    );
  };

  page.get(
    "/own-keys",
    visited(parts, async (visit) => {
      const keys = await ownKeys.keysOf(identityOf(visit));
      return visit.show({ title: "Your keys" }, <OwnKeyList session={visit.session} keys={keys} />);
    }),
  );
  page.get(
    "/own-keys/:id",
    visited(parts, (visit) => showForm(visit)),
  );
  page.post(
    "/own-keys/:id",
    visited(parts, async (visit) => {
      const { c, act, fields } = visit;
      const identity = identityOf(visit);
      try {
        await ownKeys.deposit(c.req.param("id")!, { identity, key: first(fields, "api_key") ?? "" }, act);
      } catch (error) {
        return showForm(visit, faultOf(error, "Send it again when the API answers."));
      }
      return c.redirect("/own-keys", 303);
    }),
  );
  page.post(
    "/own-keys/:id/remove",
    visited(parts, async (visit) => {
      const { c, act } = visit;
      await ownKeys.remove(c.req.param("id")!, identityOf(visit), act);
      return c.redirect("/own-keys", 303);
    }),
  );
}

/** @throws GatewayError 403 for a session of the admin token, which belongs to no person */
function identityOf({ session }: Visit): Identity {
  if (session.identity) return session.identity;
  throw new GatewayError(
    403,
    "Only people who sign in at the provider have own keys. Sign out, and sign in there.",
  );
}
