/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { personOf } from "../../identity/person-of.js";
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
    const identity = personOf(session);
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
      const { session, show } = visit;
      const keys = await ownKeys.keysOf(personOf(session));
      return show({ title: "Your keys" }, <OwnKeyList {...{ session, keys }} />);
    }),
  );
  page.get(
    "/own-keys/:id",
    visited(parts, (visit) => showForm(visit)),
  );
  page.post(
    "/own-keys/:id",
    visited(parts, async (visit) => {
      const { c, session, act, fields } = visit;
      const identity = personOf(session);
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
      const { c, session, act } = visit;
      await ownKeys.remove(c.req.param("id")!, personOf(session), act);
      return c.redirect("/own-keys", 303);
    }),
  );
}
