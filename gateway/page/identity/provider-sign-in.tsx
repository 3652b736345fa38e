/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Core } from "../../core.js";
import type { Identity } from "../../identity/identity.js";
import type { AuditEntry } from "../../audit/fields.js";
import { rightsOfPerson } from "../../identity/held-roles.js";
import { openPending, pendingSeconds, sealPending } from "../../identity/pending-sign-in.js";
import { keepRenewal } from "../../identity/renewals.js";
import type { Provider } from "../../identity/provider.js";
import { ProviderError } from "../../identity/provider-error.js";
import { networkOf } from "../../ops/network.js";
import { noRoom } from "../../ops/rooms.js";
import { pathOf } from "../../ops/public-path.js";
import { sameHash } from "../../secrets/keys.js";
import { beginSession, endSessionsOf, personMs, sessionCookie } from "../../sessions.js";
import { fieldsOf, first, goOn, type PageApp, type PageContext, type PageParts } from "../page-handler.js";
import { nextOf, sessionCookieOptions } from "./session-cookie.js";
import { SignIn } from "./sign-in-form.js";

/** Signing in at the provider: the way there, the way back, and the provider's message that a session ended. */
export function mountProviderSignIn(
  page: PageApp,
  { core, admin, strangers }: PageParts,
  provider: Provider,
) {
  const refuse = (c: PageContext, fault: string, next = "/") =>
    c.html(<SignIn provider={provider.issuer} adminToken={admin.isOn} next={next} faults={[fault]} />, 401);

  page.get("/sign-in/provider", async (c) => {
    const next = nextOf(c.req.query("next"));
    try {
      const { url, checks } = await provider.begin(redirectUri(c));
      const maxAge = pendingSeconds;
      setCookie(c, pendingCookie, sealPending(core, { ...checks, next }), { ...pendingOptions(c), maxAge });
      return c.redirect(url.href, 302);
    } catch (error) {
      return refuse(c, faultOf(c, core, error), next);
    }
  });

  page.get("/sign-in/callback", async (c) => {
    const pending = openPending(core, getCookie(c, pendingCookie));
    deleteCookie(c, pendingCookie, pendingOptions(c));
    if (!pending || !sameHash(pending.state, c.req.query("state") ?? ""))
      return refuse(c, "This sign-in took too long, or began in another window. Start it again from here.");
    const { next } = pending;
    try {
      const answer = new URL(redirectUri(c));
      answer.search = new URL(c.req.url).search;
      const { identity, hasMoreGroups, renewal } = await provider.finish(answer, pending);
      // People without a role here may use server URLs by a client, and deposit their own key.
      const needsRole = !next.startsWith("/oauth/consent?") && !isOwnPath(next);
      if (needsRole && (await rightsOfPerson(core, identity)).held.length === 0) {
        const { name, issuer, subject } = identity;
        noteRefusal(c, core, { outcome: "no_role", actor: name, issuer, subject });
        return refuse(
          c,
          `You are signed in as ${name}, but you have no role here. ${hasMoreGroups ? moreGroups : ""}Ask an owner for one, and say your id at the provider: ${subject}`,
        );
      }
      await keepRenewal(core, identity, renewal);
      return await welcome(c, core, identity, next);
    } catch (error) {
      return refuse(c, faultOf(c, core, error), next);
    }
  });

  page.post("/sign-in/ended", async (c) => {
    const leave = strangers.take({ network: networkOf(c.env.context.address) });
    if (!leave) throw noRoom("Too many requests at once. Try again in a moment.");
    const fields = await fieldsOf(c, mostBytes).finally(leave);
    try {
      const ended = await provider.ended(first(fields, "logout_token") ?? "");
      const { requestId, address } = c.env.context;
      const { issuer } = provider;
      await endSessionsOf(core, { issuer, ...ended }, { actor: "gateway", requestId, address });
      return c.body(null, 200);
    } catch {
      return c.json({ error: "invalid_request" }, 400);
    }
  });
}

const isOwnPath = (path: string) => /^\/own-(clients|keys(\/\w+)?)$/.test(path);

const moreGroups =
  "The provider left out your groups, because you are in too many. Have it send only the groups of this application. ";

const pendingCookie = "standpipe_sign_in";

/** A logout token is a JWT with a few claims. */
const mostBytes = 16_384;

async function welcome(c: PageContext, core: Core, identity: Identity, next: string): Promise<Response> {
  const { requestId, address } = c.env.context;
  const { name } = identity;
  const { cookie } = await beginSession(core, name, { actor: name, requestId, address }, identity);
  setCookie(c, sessionCookie, cookie, { ...sessionCookieOptions(c), maxAge: personMs / 1000 });
  return goOn(c, next);
}

function redirectUri({ env }: PageContext): string {
  return `${env.context.publicUrl}/sign-in/callback`;
}

/** Lax, because the provider's redirect comes from another site. */
function pendingOptions({ env }: PageContext) {
  const { publicUrl } = env.context;
  const secure = publicUrl.startsWith("https:");
  return { path: `${pathOf(publicUrl)}/sign-in`, httpOnly: true, sameSite: "Lax", secure } as const;
}

/** The words for the person. The log has the reason. @throws an error that is not the provider's */
function faultOf(c: PageContext, core: Core, error: unknown): string {
  if (!(error instanceof ProviderError)) throw error;
  noteRefusal(c, core, { outcome: "provider", actor: "stranger", detail: { reason: error.reason } });
  return error.message;
}

type Refusal = Pick<AuditEntry, "outcome" | "actor" | "issuer" | "subject" | "detail">;

function noteRefusal({ env }: PageContext, { audit }: Core, refusal: Refusal): void {
  const { requestId, address } = env.context;
  audit.recordRefusal({ action: "session.begin", requestId, address, ...refusal });
}
