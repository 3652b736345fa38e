/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { createHash } from "node:crypto";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { isFreshSession } from "../../identity/fresh-session.js";
import { decideDevice, findDevice, startDevice, takeDevice } from "../../identity/device-sign-in.js";
import { loopbackSecret } from "../../identity/loopback-sign-in.js";
import { networkOf } from "../../ops/network.js";
import { noRoom } from "../../ops/rooms.js";
import type { Session } from "../../sessions.js";
import { Csrf, Faults } from "../parts.js";
import { fieldsOf, first, visited, type Fields, type PageApp, type PageParts } from "../page-handler.js";
import { mountLoopbackPages } from "./loopback-pages.js";
import { signInPath } from "./sign-in-path.js";
import { RefuseOrAgree } from "./refuse-or-agree.js";

/** A sign-in of the command line: it asks for a code, and a signed-in person agrees on the page. */
export function mountDevicePages(page: PageApp, parts: PageParts): void {
  mountCommandLine(page, parts);
  mountAgreement(page, parts);
  mountLoopbackPages(page, parts);
}

/** What the command line asks. */
function mountCommandLine(page: PageApp, { core, strangers }: PageParts): void {
  const starts = new RateLimiterMemory({ points: 10, duration: 60 });

  page.post("/sign-in/device", async (c) => {
    const { address, publicUrl } = c.env.context;
    const isAllowed = await starts.consume(networkOf(address)).then(
      () => true,
      () => false,
    );
    if (!isAllowed) throw noRoom("Too many sign-ins began at your address. Try again in a minute.");
    const started = await startDevice(core, address);
    const verification_uri = `${publicUrl}/device`;
    const verification_uri_complete = `${verification_uri}?code=${started.user_code}`;
    return c.json({ ...started, verification_uri, verification_uri_complete });
  });

  page.post("/sign-in/device/token", async (c) => {
    const { requestId, address } = c.env.context;
    const leave = strangers.take({ network: networkOf(address) });
    if (!leave) throw noRoom("Too many requests at once. Try again in a moment.");
    const fields = await fieldsOf(c, mostBytes).finally(leave);
    const taken = await takeDevice(core, deviceCodeOf(fields), { requestId, address });
    if (typeof taken === "string") return c.json({ error: taken }, 400);
    const { token, person, expires_at } = taken;
    return c.json({ access_token: token, token_type: "Bearer", person, expires_at });
  });
}

/** A sign-in by a page on the same computer has a secret besides its code. */
function deviceCodeOf(fields: Fields): string {
  const [code = "", verifier] = [first(fields, "device_code"), first(fields, "code_verifier")];
  if (verifier === undefined) return code;
  return loopbackSecret(code, createHash("sha256").update(verifier).digest("base64url"));
}

/** What the person sees. */
function mountAgreement(page: PageApp, parts: PageParts): void {
  const { core, provider } = parts;

  page.get(
    "/device",
    visited(parts, async ({ c, session, show }) => {
      const code = c.req.query("code") ?? "";
      // The session of the command line ends with this one, so a new one makes it last.
      if (!isFreshSession(core, session) && provider && code !== "" && c.req.query("again") === undefined)
        return c.redirect(signInPath("/sign-in/provider", `/device?code=${code}&again=1`), 303);
      const found = code === "" ? undefined : await findDevice(core, code);
      const faults = code !== "" && !found ? [wrongCode] : [];
      return show(
        { title: "Sign in the command line" },
        found ? (
          <Agree {...{ session, code }} address={found.address} />
        ) : (
          <EnterCode {...{ faults }} code={code} />
        ),
        faults.length > 0 ? 400 : undefined,
      );
    }),
  );

  page.post(
    "/device",
    visited(parts, async ({ session, act, fields, show }) => {
      const agrees = first(fields, "decision") === "agree";
      await decideDevice(core, first(fields, "code") ?? "", { session, agrees }, act);
      const words = agrees
        ? "The command line is signed in. You can close this page."
        : "The command line was not signed in.";
      return show({ title: "Sign in the command line" }, <Ended words={words} />);
    }),
  );
}

/** The form contains a code. */
const mostBytes = 4_096;
const wrongCode =
  "No command line waits with this code. Codes work for 10 minutes. Run standpipe login again.";

function EnterCode({ faults, code }: { readonly faults: readonly string[]; readonly code: string }) {
  return (
    <form class="card narrow" method="get" action="/device">
      <h1>Sign in the command line</h1>
      <Faults faults={faults} />
      <div class="field">
        <label for="code">The code that standpipe login shows</label>
        <input id="code" name="code" value={code} required maxlength={20} autocomplete="off" />
      </div>
      <button class="primary">Continue</button>
    </form>
  );
}

interface AgreeProps {
  readonly session: Session;
  readonly code: string;
  readonly address: string;
}

function Agree({ session, code, address }: AgreeProps) {
  return (
    <form class="card narrow" method="post" action="/device">
      <Csrf session={session} />
      <input type="hidden" name="code" value={code} />
      <h1>Sign in the command line?</h1>
      <p>
        It asked from {address} and shows the code <strong class="mono">{code}</strong>. It will act as{" "}
        {session.person}, with your roles, until your session ends.
      </p>
      <p class="note warn">
        Agree only if you ran <code>standpipe login</code> yourself just now, and it shows this code.
      </p>
      <RefuseOrAgree value="agree">Sign in the command line</RefuseOrAgree>
    </form>
  );
}

function Ended({ words }: { readonly words: string }) {
  return (
    <div class="card narrow">
      <h1>Sign in the command line</h1>
      <p role="status">{words}</p>
    </div>
  );
}
