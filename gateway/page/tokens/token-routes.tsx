/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Act, Core } from "../../core.js";
import { redirectOnce, takeOnce } from "../flash.js";
import { visited, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { CreatedToken, type NewToken, type TokenKind } from "./created-token.js";

/** The routes that every kind of token has: the page of a new token, and revocation. */
export function mountTokenRoutes(
  page: PageApp,
  parts: PageParts,
  kind: TokenKind,
  revoke: (id: string, act: Act) => Promise<unknown>,
): void {
  const { list, title, room } = kind;

  page.get(
    createdPath(kind),
    visited(parts, async (visit) => {
      const made = takeOnce<NewToken>(parts.core, visit);
      if (made === undefined) return visit.c.redirect(list.href, 303);
      return visit.show({ title, room }, <CreatedToken {...made} kind={kind} />);
    }),
  );
  page.post(
    `${list.href}/:id/revoke`,
    visited(parts, async ({ c, act }) => {
      await revoke(c.req.param("id")!, act);
      return c.redirect(list.href, 303);
    }),
  );
}

/** Redirects to the page of a new token, which shows it once. */
export function showCreated(core: Core, visit: Visit, kind: TokenKind, made: NewToken): Response {
  const { name, token, expires_at } = made;
  return redirectOnce(core, visit, createdPath(kind), { name, token, expires_at } satisfies NewToken);
}

function createdPath({ list }: TokenKind): string {
  return `${list.href}/created`;
}
