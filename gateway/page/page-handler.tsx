/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import type { AppEnv, AppParts } from "../app-parts.js";
import { countWaiting } from "../consent/approvals.js";
import type { Act } from "../core.js";
import { badRequest } from "../error.js";
import { actOf, assertMayUse } from "../identity/acts.js";
import { hasToken, hideTokens } from "../secrets/token.js";
import { takeBody } from "../request-body.js";
import { isCsrf, type Session } from "../sessions.js";
import { Person } from "./if-may.js";
import { Layout, type LayoutProps } from "./layout.js";
import { Zone, zoneOf } from "./zone.js";
import { signInPath } from "./identity/sign-in-path.js";

export type PageApp = Hono<AppEnv>;
export type PageContext = Context<AppEnv>;
export type PageParts = AppParts;

/** The values of a sent form, by field. */
export type Fields = Readonly<Record<string, readonly string[]>>;

/** A signed-in person's request. */
export interface Visit {
  readonly c: PageContext;
  readonly session: Session;
  readonly act: Act;
  /** The fields of a POST that came from the session's own page. */
  readonly fields: Fields;
  /** Renders a whole page for this person. */
  show(
    props: Omit<LayoutProps, "session" | "isEmergency" | "waiting" | "audit" | "children">,
    content: Child,
    status?: 400 | 409,
  ): Promise<Response>;
  /** Renders a part of a page, which the script puts into the page. */
  showPart(content: Child): Response | Promise<Response>;
}

/** A handler for signed-in people. Others are redirected to sign in, and then back. */
export function visited(
  { core, provider }: AppParts,
  handle: (visit: Visit) => Promise<Response> | Response,
) {
  return async (c: PageContext): Promise<Response> => {
    const { session } = c.env;
    if (!session) return led(c);
    const fields = c.req.method === "POST" ? await fieldsOf(c) : {};
    const act = actOf(session, c);
    if (c.req.method === "POST" && !isCsrf(session, first(fields, "csrf"))) {
      core.audit.recordRefusal({ action: "manage", outcome: "csrf", ...act });
      const words = "This form does not belong to your session. Go back, reload the page, and send it again.";
      return c.html(
        <Layout title="Not done" session={session}>
          {words}
        </Layout>,
        403,
      );
    }
    assertMayUse(core, session, act, c);
    const zone = zoneOf(c);
    return handle({
      c,
      session,
      act,
      fields,
      async show(props, content, status) {
        const isEmergency = provider !== undefined && session.identity === undefined;
        const waiting = await countWaiting(core);
        const page = (
          <Person.Provider value={session}>
            <Zone.Provider value={zone}>
              <Layout {...props} {...{ session, waiting, isEmergency }} audit={core.audit}>
                {content}
              </Layout>
            </Zone.Provider>
          </Person.Provider>
        );
        return c.html(page, status ?? 200);
      },
      showPart: (content) => c.html(<Zone.Provider value={zone}>{content}</Zone.Provider>),
    });
  };
}

/** The first value of a field, trimmed; undefined if it is empty. */
export function first(fields: Fields, name: string): string | undefined {
  return fields[name]?.[0]?.trim() || undefined;
}

/**
 * The fields of a sent form.
 * @param limit of the body, in bytes
 * @throws GatewayError 400 for a body that is not a form
 */
export async function fieldsOf(c: PageContext, limit?: number): Promise<Fields> {
  await takeBody(c, limit);
  const body = await c.req.parseBody({ all: true }).catch(() => {
    throw badRequest("The form cannot be read. Send it as application/x-www-form-urlencoded.");
  });
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      [value].flat().filter((one) => typeof one === "string"),
    ]),
  );
}

/** Non-empty query parameters. A token in one is not shown again. */
export function queryOf(c: PageContext): Record<string, string> {
  const given = Object.entries(c.req.query()).filter(([, value]) => value.trim() !== "");
  return Object.fromEntries(given.map(([name, value]) => [name, hideTokens(value)]));
}

/** Goes on from our own page, which sends the SameSite cookie. A redirect from another site does not. */
export function goOn(c: PageContext, path: string): Response | Promise<Response> {
  c.header("refresh", `0;url=${path}`);
  return c.html(
    <Layout title="One moment">
      <p>
        <a href={path}>Go on</a>
      </p>
    </Layout>,
  );
}

/** A link from another site, such as a chat, comes without the SameSite cookie. */
function led(c: PageContext): Response | Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  // Tokens never belong in page URLs.
  const here = hasToken(pathname + search) ? "/" : pathname + search;
  if (c.req.method === "GET" && c.req.header("sec-fetch-site") === "cross-site") return goOn(c, here);
  return c.redirect(signInPath("/sign-in", c.req.method === "GET" ? here : "/"), 303);
}
