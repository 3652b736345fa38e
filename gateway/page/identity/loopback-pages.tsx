/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { badRequest } from "../../error.js";
import { agreeToLoopback } from "../../identity/loopback-sign-in.js";
import { Layout } from "../layout.js";
import { Csrf } from "../parts.js";
import { first, visited, type Fields, type PageApp, type PageParts } from "../page-handler.js";
import { RefuseOrAgree } from "./refuse-or-agree.js";

/** A sign-in of a command line on the computer of this browser. */
export function mountLoopbackPages(page: PageApp, parts: PageParts): void {
  page.get(
    "/device/here",
    visited(parts, async ({ c, session, show }) => {
      const asked = readAsked(c.req.queries());
      return show(
        { title },
        <form class="card narrow" method="post" action="/device/here">
          <Csrf session={session} />
          {Object.entries(asked).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <h1>Sign in the command line on this computer?</h1>
          <p>It will act as {session.person}, with your roles, until your session ends.</p>
          <p class="note warn">
            Agree only if you ran <code>standpipe login</code> yourself just now, on this computer.
          </p>
          <RefuseOrAgree value="agree">Sign in the command line</RefuseOrAgree>
        </form>,
      );
    }),
  );

  page.post(
    "/device/here",
    visited(parts, async ({ c, session, act, fields }) => {
      const { port, state, challenge } = readAsked(fields);
      const to = new URL(`http://127.0.0.1:${port}/callback`);
      to.searchParams.set("state", state);
      if (first(fields, "decision") === "agree") {
        const asked = { session, challenge, address: c.env.context.address };
        to.searchParams.set("code", await agreeToLoopback(parts.core, asked, act));
      } else to.searchParams.set("error", "access_denied");
      // A redirect of the form's answer would be stopped by the page's own policy, so the page itself goes on.
      c.header("refresh", `0;url=${to.href}`);
      return c.html(
        <Layout title={title}>
          <p>
            <a href={to.href}>Go on</a> if nothing happens.
          </p>
        </Layout>,
      );
    }),
  );
}

const title = "Sign in the command line";

/** Only a port is taken, so the code stays on this computer. @throws GatewayError 400 */
function readAsked(given: Fields) {
  const [port = "", state = "", challenge = ""] = ["port", "state", "challenge"].map(
    (name) => given[name]?.[0] ?? "",
  );
  const isPort = /^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536;
  if (!isPort || !/^[\w-]{16,64}$/.test(state) || !/^[\w-]{43}$/.test(challenge))
    throw badRequest("This link is not one of standpipe login. Run standpipe login again.");
  return { port, state, challenge };
}
