import type { Arguments, ListedTool } from "../../runtime/index.js";
import type { Act, Core } from "../core.js";
import { GatewayError } from "../error.js";
import type { Right } from "../identity/roles.js";
import { rightsNow, type Session } from "../sessions.js";
import { findTokenlessGrant, readAccount, refusal, type Grant } from "../tokens/grants.js";
import type { CallScope } from "./call-scope.js";
import type { Standing } from "./standing.js";
import type { Views } from "./views.js";

/** What a person calls on the page. */
interface PlaygroundCall {
  readonly serverId: string;
  readonly tool: string;
  readonly args: Arguments;
  readonly act: Act;
  readonly session: Session;
  /** The right on the account with which the person makes the call. */
  readonly right: Right;
  readonly publicUrl: string;
}

/** The texts of a result, as its client's model gets them. */
export interface PlaygroundResult {
  readonly text: string;
  readonly isError: boolean;
  readonly ms: number;
}

/** Server URLs as their clients see them, for people who are signed in to the page. */
export interface Playground {
  /** What the client of a server URL lists. @throws GatewayError 409 if it does not work now */
  list(serverId: string): Promise<readonly ListedTool[]>;
  /** Calls a tool with the filter, limits, approvals and log of the server URL. The log names the person. */
  call(call: PlaygroundCall): Promise<PlaygroundResult>;
}

const MOST_MS = 120_000;

export function createPlayground(core: Core, views: Pick<Views, "use">): Playground {
  async function grantOf(serverId: string): Promise<Grant> {
    const grant = await findTokenlessGrant(core, serverId, readAccount(core));
    if (grant === "unknown") throw new GatewayError(404, "There is no such server URL.");
    const reason = refusal(grant, core.now());
    if (reason !== undefined) throw new GatewayError(409, `This server URL is ${reason}. It calls nothing.`);
    return grant;
  }

  /** The person's access is that of the page, and ends with their session and their role. */
  const standingOf =
    ({ serverId, session, right }: PlaygroundCall) =>
    async (): Promise<Standing> => {
      const rights = await rightsNow(core, session);
      if (!rights) return { lapse: "session" };
      const grant = await findTokenlessGrant(core, serverId, readAccount(core));
      if (grant === "unknown" || refusal(grant, core.now()) !== undefined) return { lapse: "server" };
      return rights.may(right, grant.account.id) ? { grant } : { lapse: "role" };
    };

  return {
    list: async (serverId) =>
      views.use(
        await grantOf(serverId),
        async ({ service }) => service.lists["tools/list"].tools as readonly ListedTool[],
      ),
    async call(call) {
      const { serverId, tool, args, act, publicUrl } = call;
      const scope: CallScope = {
        person: act.actor,
        personId: act.subject,
        personIds: act.personIds,
        requestId: act.requestId,
        address: act.address ?? "",
        publicUrl,
        standing: standingOf(call),
        made: { calls: 0 },
      };
      const began = performance.now();
      const { issuer, subject: id } = act;
      const person = issuer === undefined || id === undefined ? undefined : { issuer, id };
      return views.use({ ...(await grantOf(serverId)), person }, async ({ service }) => {
        const outcome = await service.callTool(tool, args, { signal: AbortSignal.timeout(MOST_MS), scope });
        const { content, isError = false } = service.resultOf(outcome);
        const text = content.map((part) => ("text" in part ? part.text : `[${part.type}]`)).join("\n");
        return { text, isError, ms: Math.round(performance.now() - began) };
      });
    },
  };
}
