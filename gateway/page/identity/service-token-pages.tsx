/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { listAccounts } from "../../accounts/accounts.js";
import { serviceTokenInput } from "../../api/schemas/service-tokens.js";
import { createServiceToken, listServiceTokens, revokeServiceToken } from "../../identity/service-tokens.js";
import { expiryOf, sentEnding } from "../expiry.js";
import { attempt } from "../faults.js";
import { first, visited, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import type { TokenKind } from "../tokens/created-token.js";
import { mountTokenRoutes, showCreated } from "../tokens/token-routes.js";
import { ServiceTokensPage } from "./service-tokens-page.js";

/** Service tokens: the list, a form to make one, and revocation. */
export function mountServiceTokenPages(page: PageApp, parts: PageParts): void {
  const { core } = parts;

  const showAll = async ({ c, session, show, fields }: Visit, faults: readonly string[] = []) => {
    const [tokens, accounts] = await Promise.all([
      listServiceTokens(core, { cursor: c.req.query("cursor"), limit: 50 }),
      listAccounts(core, { limit: 200 }),
    ]);
    return show(
      { title: "Service tokens", room: "serviceTokens" },
      <ServiceTokensPage
        {...{ session, fields, faults }}
        tokens={tokens.result}
        next={tokens.next_cursor}
        accounts={accounts.result}
        now={core.now()}
      />,
      faults.length > 0 ? 400 : undefined,
    );
  };

  page.get(
    "/ci-tokens",
    visited(parts, (visit) => showAll(visit)),
  );
  page.post(
    "/ci-tokens",
    visited(parts, async (visit) => {
      const { act, fields, session } = visit;
      const input = {
        name: first(fields, "name") ?? "",
        role: first(fields, "role"),
        integrated_account_id: first(fields, "account") ?? null,
        expires_at: expiryOf(sentEnding(fields), core.now()),
      };
      const made = await attempt(serviceTokenInput, input, (data) =>
        createServiceToken(core, data, session, act),
      );
      if (made.faults) return showAll(visit, made.faults);
      return showCreated(core, visit, serviceTokens, made.result);
    }),
  );
  mountTokenRoutes(page, parts, serviceTokens, (id, act) => revokeServiceToken(core, id, act));
}

const serviceTokens: TokenKind = {
  title: "Service token",
  room: "serviceTokens",
  list: { href: "/ci-tokens", label: "Service tokens" },
  note: "Keep it in the secrets of the program.",
  shown: [
    {
      id: "service-token",
      title: "For the command line",
      text: (token) => `STANDPIPE_TOKEN=${token}`,
      label: "the variable",
    },
    {
      id: "service-token-header",
      title: "As a header of the API",
      text: (token) => `Authorization: Bearer ${token}`,
      label: "the header",
    },
  ],
};
