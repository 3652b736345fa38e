/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { randomBytes } from "node:crypto";
import { askedSeconds, openAsked, readAsked, sealAsked } from "../../authorization/asked-access.js";
import type { AuthorizationServer } from "../../authorization/authorization.js";
import { ClientError } from "../../authorization/clients.js";
import { OAuthError } from "../../authorization/oauth-error.js";
import { allow, NoAccessError, refuse, reviewAsked, type Review } from "../../authorization/review.js";
import type { Identity } from "../../identity/identity.js";
import { isFreshSession } from "../../identity/fresh-session.js";
import { pathOf } from "../../ops/public-path.js";
import { Layout } from "../layout.js";
import { first, goOn, visited, type PageApp, type PageContext, type PageParts } from "../page-handler.js";
import { ConsentQuestion } from "./consent-question.js";
import { signInPath } from "./sign-in-path.js";

/** The authorization server's pages: a client sends its user here, and the person allows or refuses its access. */
export function mountConsentPages(page: PageApp, parts: PageParts, server: AuthorizationServer): void {
  const { core } = server;

  // Nothing is known about the client or the person yet, so this only leads to the next page.
  page.get("/oauth/authorize", (c) => {
    try {
      const asked = readAsked(new URL(c.req.url).searchParams);
      const id = randomBytes(6).toString("hex");
      setCookie(c, cookieOf(id), sealAsked(core, id, asked), { ...cookieOptions(c), maxAge: askedSeconds });
      return goOn(c, `/oauth/consent?id=${id}`);
    } catch (error) {
      return c.html(<Fault words={wordsOf(error)} />, 400);
    }
  });

  page.get("/oauth/consent", async (c, next) => {
    const { session } = c.env;
    const isAgain = c.req.query("again") !== undefined;
    const id = c.req.query("id") ?? "";
    // What the client gets depends on the person's groups, so the provider is asked again.
    if (session?.identity && (isAgain || isFreshSession(core, session))) return next();
    const back = `/oauth/consent?id=${encodeURIComponent(id)}&again=1`;
    return c.redirect(signInPath("/sign-in/provider", back), 303);
  });

  page.get(
    "/oauth/consent",
    visited(parts, async ({ c, session, show }) => {
      const id = c.req.query("id") ?? "";
      const review = await reviewed(c, server, id, session.identity!);
      if (typeof review === "string") return show({ title }, <Refused words={review} />, 400);
      if (review.isRemembered) {
        deleteCookie(c, cookieOf(id), cookieOptions(c));
        return c.redirect(await allow(server, review, session.identity!), 302);
      }
      return show({ title }, <ConsentQuestion {...{ session, id, review, core }} issuer={server.issuer} />);
    }),
  );

  page.post(
    "/oauth/consent",
    visited(parts, async ({ c, session, fields, show }) => {
      const id = first(fields, "id") ?? "";
      const { identity } = session;
      const review = identity ? await reviewed(c, server, id, identity) : "Sign in at the provider first.";
      if (typeof review === "string") return show({ title }, <Refused words={review} />, 400);
      deleteCookie(c, cookieOf(id), cookieOptions(c));
      const agrees = first(fields, "decision") === "allow";
      return leaveTo(c, agrees ? await allow(server, review, identity!) : refuse(server, review), review);
    }),
  );
}

/** The request that waits in this browser, or why the person is not asked. */
async function reviewed(
  c: PageContext,
  server: AuthorizationServer,
  id: string,
  person: Identity,
): Promise<Review | string> {
  const asked = openAsked(server.core, id, getCookie(c, cookieOf(id)));
  if (!asked) return "This request is too old, or began in another browser. Start it again in the client.";
  try {
    return await reviewAsked(server, asked, person);
  } catch (error) {
    return wordsOf(error);
  }
}

const title = "Connect a client";

/** A few at once, because a browser that has many sends headers that are too large. */
const cookieOf = (id: string) => `standpipe_authorize_${id.charCodeAt(0) % 4}`;

/** Lax, because the client's link comes from another site. */
function cookieOptions({ env }: PageContext) {
  const { publicUrl } = env.context;
  const secure = publicUrl.startsWith("https:");
  return { path: `${pathOf(publicUrl)}/oauth`, httpOnly: true, sameSite: "Lax", secure } as const;
}

/** @throws an error that has no words for the person */
function wordsOf(error: unknown): string {
  if (error instanceof ClientError || error instanceof NoAccessError) return error.message;
  if (error instanceof OAuthError)
    return `The client's request has a fault: ${error.message} Tell the client's developer.`;
  throw error;
}

/** A redirect of the form's answer would be stopped by the page's own policy, so the page itself goes on. */
function leaveTo(c: PageContext, url: string, { client }: Review): Response | Promise<Response> {
  c.header("refresh", `0;url=${url}`);
  return c.html(
    <Layout title={title}>
      <h1>Go back to {client.name}</h1>
      <p>
        <a href={url}>Go on</a> if nothing happens. Then you can close this page.
      </p>
    </Layout>,
  );
}

function Refused({ words }: { readonly words: string }) {
  return (
    <div class="card narrow">
      <h1>{title}</h1>
      <div class="note bad" role="alert">
        <p>{words}</p>
      </div>
    </div>
  );
}

function Fault({ words }: { readonly words: string }) {
  return (
    <Layout title={title}>
      <Refused words={words} />
    </Layout>
  );
}
