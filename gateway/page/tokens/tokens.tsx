/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { listAccounts } from "../../accounts/accounts.js";
import { apiTokenInput } from "../../api/schemas/api-tokens.js";
import { createApiToken, listApiTokens, revokeApiToken } from "../../tokens/api-tokens.js";
import { expiryOf, sentEnding } from "../expiry.js";
import { attempt } from "../faults.js";
import { first, visited, type Fields, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import type { TokenKind } from "./created-token.js";
import { TokenForm } from "./token-form.js";
import { TokenList } from "./token-list.js";
import { mountTokenRoutes, showCreated } from "./token-routes.js";

/** API tokens: the list, a form to create one, and revocation. */
export function mountTokenPages(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  const accounts = async () => (await listAccounts(core, { limit: 200 })).result;
  const showForm = async ({ session, show }: Visit, fields: Fields = {}, faults: readonly string[] = []) =>
    show(
      { title: "Make an API token", room: "tokens" },
      <TokenForm {...{ session, fields, faults }} accounts={await accounts()} />,
      faults.length > 0 ? 400 : undefined,
    );

  page.get(
    "/tokens",
    visited(parts, async ({ c, session, show }) => {
      const { result, next_cursor } = await listApiTokens(core, { cursor: c.req.query("cursor"), limit: 50 });
      return show(
        { title: "API tokens", room: "tokens" },
        <TokenList
          {...{ session }}
          tokens={result}
          next={next_cursor}
          accounts={await accounts()}
          now={core.now()}
        />,
      );
    }),
  );
  page.get(
    "/tokens/new",
    visited(parts, (visit) => showForm(visit)),
  );
  page.post(
    "/tokens/new",
    visited(parts, async (visit) => {
      const { fields, act } = visit;
      const input = {
        name: first(fields, "name") ?? "",
        integrated_account_id: first(fields, "account") ?? null,
        expires_at: expiryOf(sentEnding(fields), core.now()),
      };
      const made = await attempt(apiTokenInput, input, (data) => createApiToken(core, data, act));
      if (made.faults) return showForm(visit, fields, made.faults);
      return showCreated(core, visit, apiTokens, made.result);
    }),
  );
  mountTokenRoutes(page, parts, apiTokens, (id, act) => revokeApiToken(core, id, act));
}

const apiTokens: TokenKind = {
  title: "API token",
  room: "tokens",
  list: { href: "/tokens", label: "API tokens" },
  note: "It does not work alone: clients send it together with a server's URL.",
  shown: [
    { id: "api-token", title: "API token", text: (token) => token, label: "the API token" },
    {
      id: "api-token-header",
      title: "As a header",
      text: (token) => `Authorization: Bearer ${token}`,
      label: "the header",
    },
  ],
};
