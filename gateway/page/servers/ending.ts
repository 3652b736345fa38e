import { rotateServer } from "../../servers/rotation.js";
import { revokeServer } from "../../servers/servers.js";
import { first, visited, type Fields, type PageApp, type PageParts } from "../page-handler.js";
import { redirectToUrl } from "./created.js";
import { placeOf } from "./place.js";

/** Ends a server's URL: rotates or revokes it. */
export function mountServerEnding(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  page.post(
    "/accounts/:id/servers/:server/rotate",
    visited(parts, async (visit) => {
      const { account, server } = await placeOf(core, visit);
      const place = { accountId: account.id, id: server.id };
      const made = await rotateServer(core, place, overlapOf(visit.fields), visit.act);
      return redirectToUrl(parts, visit, made, {
        act: "rotated",
        previousUntil: made.previous_token_valid_until,
      });
    }),
  );
  page.post(
    "/accounts/:id/servers/:server/revoke",
    visited(parts, async (visit) => {
      const { account, server } = await placeOf(core, visit);
      await revokeServer(core, account.id, server.id, visit.act);
      return visit.c.redirect(`/accounts/${account.id}/servers/${server.id}`, 303);
    }),
  );
}

const longestOverlapSeconds = 2_592_000;

/** An invalid number ends the old URL at once, which is safer. */
function overlapOf(fields: Fields): number {
  const given = Number(first(fields, "overlap_seconds"));
  return Math.min(longestOverlapSeconds, Math.max(0, Number.isInteger(given) ? given : 0));
}
