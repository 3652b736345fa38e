/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { apiOf } from "../../apis.js";
import { redirectHost } from "../../authorization/redirect-uris.js";
import type { Review } from "../../authorization/review.js";
import type { Core } from "../../core.js";
import { resourceOf } from "../../oauth/resource.js";
import type { Session } from "../../sessions.js";
import { configOf } from "../../tokens/grants.js";
import { heldTools, marksOf, markWords, type Mark } from "../../tool-groups.js";
import { Csrf } from "../parts.js";
import { RefuseOrAgree } from "./refuse-or-agree.js";

interface QuestionProps {
  readonly session: Session;
  readonly id: string;
  readonly review: Review;
  readonly core: Core;
  readonly issuer: string;
}

/** Asks the person whether a client may use a server URL for them. */
export function ConsentQuestion({ session, id, review, core, issuer }: QuestionProps) {
  const { client, asked, grant } = review;
  const { server, account } = grant;
  return (
    <form class="card narrow" method="post" action="/oauth/consent">
      <Csrf session={session} />
      <input type="hidden" name="id" value={id} />
      <h1>Connect {client.name}?</h1>
      <p>
        It will act as {session.person}, with what your groups allow. It can use{" "}
        <strong>{server.name}</strong> of the account {account.name} until the client, or an operator of the
        account, ends this.
      </p>
      <dl>
        <dt>Client</dt>
        <dd>
          {client.name}
          {client.host === undefined
            ? ", which registered itself here. Nobody checked this name."
            : `, published by ${client.host}`}
        </dd>
        <dt>Sends you back to</dt>
        <dd class="mono">{redirectHost(asked.redirect_uri)}</dd>
        <dt>Server URL</dt>
        <dd class="mono">{resourceOf(issuer, server.id)}</dd>
        <dt>Tools</dt>
        <dd>{toolWords(core, review)}</dd>
      </dl>
      <p class="note warn">
        Allow it only if you began this in {client.name} yourself just now, and you know the place above.
      </p>
      <RefuseOrAgree value="allow">Allow</RefuseOrAgree>
    </form>
  );
}

/** The tools that the client gets, by what they do: "12 tools: 9 read, 2 write, 1 deletes." */
function toolWords(core: Core, { grant, held }: Review): string {
  const { catalogue } = apiOf(core, grant.account);
  const names = heldTools(catalogue, configOf(grant.server), held);
  const tools = catalogue.tools.filter(({ name }) => names.has(name));
  const marks = tools.map((tool) => marksOf(catalogue, tool));
  const reads = marks.filter((one) => !one.includes("writes") && !one.includes("deletes")).length;
  const counted = (Object.keys(markWords) as Mark[]).map(
    (mark) => [marks.filter((one) => one.includes(mark)).length, words[mark]] as const,
  );
  const parts = [[reads, "only read"] as const, ...counted].filter(([count]) => count > 0);
  const all = `${tools.length} ${tools.length === 1 ? "tool" : "tools"}`;
  return `${all}: ${parts.map(([count, does]) => `${count} ${does}`).join(", ")}.`;
}

const words: Readonly<Record<Mark, string>> = {
  writes: "write",
  deletes: "delete",
  pages_people: "page people",
  customer_facing: "change what customers see",
};
