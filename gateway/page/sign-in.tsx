/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { deleteCookie, setCookie } from "hono/cookie";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Admin } from "../admin.js";
import { networkOf } from "../ops/network.js";
import { noRoom } from "../ops/rooms.js";
import { hasToken } from "../secrets/token.js";
import { beginSession, endSession, sessionCookie, sessionMs } from "../sessions.js";
import { mountConsentPages } from "./identity/consent-pages.js";
import { mountDevicePages } from "./identity/device-pages.js";
import { mountProviderSignIn } from "./identity/provider-sign-in.js";
import { nextOf, sessionCookieOptions } from "./identity/session-cookie.js";
import { SignIn } from "./identity/sign-in-form.js";
import { fieldsOf, first, visited, type PageApp, type PageParts } from "./page-handler.js";

/** Signing in with the admin token or at the provider, and signing out. */
export function mountSignIn(page: PageApp, parts: PageParts): void {
  const { core, admin, provider, strangers, authorization } = parts;
  const tries = new RateLimiterMemory({ points: 10, duration: 60 });
  const ways = { provider: provider?.issuer, adminToken: admin.isOn };
  if (provider) {
    mountProviderSignIn(page, parts, provider);
    mountDevicePages(page, parts);
    if (authorization) mountConsentPages(page, parts, authorization);
  }

  page.get("/sign-in", (c) => c.html(<SignIn {...ways} next={nextOf(c.req.query("next"))} />));

  page.post("/sign-in", async (c) => {
    const leave = strangers.take({ network: networkOf(c.env.context.address) });
    if (!leave) throw noRoom("Too many people sign in at once. Try again in a moment.");
    const fields = await fieldsOf(c, mostBytes).finally(leave);
    const next = nextOf(first(fields, "next"));
    const person = first(fields, "person")?.slice(0, 100);
    const { requestId, address } = c.env.context;
    const refuse = (fault: string, status: 400 | 401 | 429, shown = person) =>
      c.html(<SignIn {...ways} next={next} person={shown} faults={[fault]} />, status);
    const isAllowed = await tries.consume(networkOf(address)).then(
      () => true,
      () => false,
    );
    if (!isAllowed) return refuse("Too many tries. Wait a minute.", 429);
    // A token in the wrong field would be visible in the log.
    if (person !== undefined && isSecret(person, admin))
      return refuse("Your name goes into the first field, and the token into the second.", 400, "");
    if (person === undefined || !admin.isToken(first(fields, "token"))) {
      const refusal = { action: "session.begin", outcome: "wrong_admin_token", actor: "stranger" };
      core.audit.recordRefusal({ ...refusal, requestId, address });
      return refuse("That is not the admin token.", 401);
    }
    const act = { actor: person, requestId, address };
    admin.noteUse(act);
    const { cookie } = await beginSession(core, person, act);
    setCookie(c, sessionCookie, cookie, { ...sessionCookieOptions(c), maxAge: sessionMs / 1000 });
    return c.redirect(next, 303);
  });

  page.post(
    "/sign-out",
    visited(parts, async ({ c, session, act }) => {
      await endSession(core, session.id, act);
      deleteCookie(c, sessionCookie, sessionCookieOptions(c));
      return c.redirect("/sign-in", 303);
    }),
  );
}

/** The form contains a name, a token and a path. */
const mostBytes = 16_384;

function isSecret(text: string, admin: Admin): boolean {
  return admin.isToken(text) || hasToken(text);
}
