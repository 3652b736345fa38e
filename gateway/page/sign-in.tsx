/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { deleteCookie, setCookie } from "hono/cookie";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Admin } from "../admin.js";
import { pathOf } from "../ops/public-path.js";
import { noRoom } from "../ops/rooms.js";
import { hasToken } from "../secrets/token.js";
import { beginSession, endSession, sessionCookie, sessionMs } from "../sessions.js";
import { Layout } from "./layout.js";
import { Faults } from "./parts.js";
import { fieldsOf, first, visited, type PageApp, type PageContext, type PageParts } from "./page-handler.js";

/** Signing in with the admin token, and signing out. */
export function mountSignIn(page: PageApp, parts: PageParts): void {
  const { core, admin, strangers } = parts;
  const tries = new RateLimiterMemory({ points: 10, duration: 60 });

  page.get("/sign-in", (c) => c.html(<SignIn next={nextOf(c.req.query("next"))} />));

  page.post("/sign-in", async (c) => {
    const leave = strangers.take({ address: c.env.context.address });
    if (!leave) throw noRoom("Too many people sign in at once. Try again in a moment.");
    const fields = await fieldsOf(c, mostBytes).finally(leave);
    const next = nextOf(first(fields, "next"));
    const person = first(fields, "person")?.slice(0, 100);
    const { requestId, address } = c.env.context;
    const refuse = (fault: string, status: 400 | 401 | 429, shown = person) =>
      c.html(<SignIn next={next} person={shown} faults={[fault]} />, status);
    const isAllowed = await tries.consume(address).then(
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
    const { cookie } = await beginSession(core, person, { actor: person, requestId, address });
    setCookie(c, sessionCookie, cookie, { ...cookieOptions(c), maxAge: sessionMs / 1000 });
    return c.redirect(next, 303);
  });

  page.post(
    "/sign-out",
    visited(parts, async ({ c, session, act }) => {
      await endSession(core, session.id, act);
      deleteCookie(c, sessionCookie, cookieOptions(c));
      return c.redirect("/sign-in", 303);
    }),
  );
}

/** The form contains a name, a token and a path. */
const mostBytes = 16_384;

function isSecret(text: string, admin: Admin): boolean {
  return admin.isToken(text) || hasToken(text);
}

function cookieOptions(c: PageContext) {
  const { publicUrl } = c.env.context;
  const secure = publicUrl.startsWith("https:");
  return { path: pathOf(publicUrl) || "/", httpOnly: true, sameSite: "Strict", secure } as const;
}

/** Where to go afterwards: only a path of this site. */
function nextOf(given: string | undefined): string {
  const isOurs = given !== undefined && /^\/(?![/\\])[\w\-./?=&%~+:]*$/.test(given);
  return isOurs && !hasToken(given) ? given : "/";
}

interface SignInProps {
  readonly next: string;
  readonly person?: string;
  readonly faults?: readonly string[];
}

function SignIn({ next, person, faults = [] }: SignInProps) {
  return (
    <Layout title="Sign in">
      <form class="card narrow" method="post" action="/sign-in">
        <div class="head">
          <h1>Sign in</h1>
        </div>
        <Faults faults={faults} />
        <input type="hidden" name="next" value={next} />
        <div class="field">
          <label for="person">Your name</label>
          <input id="person" name="person" value={person} required maxlength={100} autocomplete="username" />
          <span class="soft">The log shows it with your actions.</span>
        </div>
        <div class="field">
          <label for="token">Admin token</label>
          <input id="token" name="token" type="password" required autocomplete="current-password" />
        </div>
        <button class="primary">Sign in</button>
      </form>
    </Layout>
  );
}
