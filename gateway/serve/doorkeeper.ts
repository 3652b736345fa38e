import type { IncomingMessage, ServerResponse } from "node:http";
import { spans, traced } from "../../runtime/index.js";
import { GatewayError } from "../error.js";
import { noRoom, type Rooms } from "../ops/rooms.js";
import type { Holders } from "../ops/shares.js";
import type { RequestContext } from "../request-context.js";
import type { Grant } from "../tokens/grants.js";
import { createAdmission, type Admission, type AdmissionParts, type Admitted } from "./admission.js";
import type { OpenRequests } from "./open-requests.js";
import type { Shown } from "./shown.js";
import { UnservableError } from "./view.js";
import type { Views } from "./views.js";

/** Opens server URLs for clients with valid credentials. */
export interface Doorkeeper extends Admission {
  /**
   * Takes a request into the share of its server URL and account.
   * @throws GatewayError 503 where the share is used up
   */
  enter(grant: Grant): Visit;
  /** Answers a request for MCP over Streamable HTTP. */
  handle(
    shown: Shown,
    request: IncomingMessage,
    response: ServerResponse,
    context: RequestContext,
  ): Promise<void>;
}

/** A request in its share. */
interface Visit {
  /** Reserves memory for bytes of its body. Returns false when there is none. */
  hold(bytes: number): boolean;
  /** Gives all back. */
  leave(): void;
}

export interface DoorkeeperParts extends AdmissionParts {
  readonly views: Views;
  readonly rooms: Rooms;
  readonly openRequests: OpenRequests;
}

export function createDoorkeeper(parts: DoorkeeperParts): Doorkeeper {
  const { views, rooms, openRequests, metrics } = parts;
  const admission = createAdmission(parts);

  function enter(grant: Grant): Visit {
    const owner = ownerOf(grant);
    const given = [rooms.requests.take(owner)];
    if (!given[0]) {
      metrics.turnedAway.inc({ reason: "share" });
      throw noRoom("This server URL or its account has too many requests under way. Send it again later.");
    }
    return {
      hold(bytes) {
        const held = rooms.bodies.take(owner, bytes);
        if (held) given.push(held);
        return held !== undefined;
      },
      leave: () => given.splice(0).forEach((giveBack) => giveBack?.()),
    };
  }

  return {
    ...admission,
    enter,
    async handle(shown, request, response, context) {
      const admitted = await traced(context.trace, spans.admit, () =>
        admission.admit(shown, request, context),
      );
      const { grant, scope } = admitted;
      response.once("close", openRequests.add(openFor(admitted, response)));
      const { hold, leave } = enter(grant);
      try {
        await views.use(grant, ({ endpoint }) =>
          answered(endpoint.handle(request, response, { scope, hold }), response),
        );
      } catch (error) {
        throw asAnswer(error);
      } finally {
        leave();
      }
    },
  };
}

/** Whose share a request is counted in. */
export function ownerOf({ server, account }: Grant): Holders<"server" | "account"> {
  return { server: server.id, account: account.id };
}

/** When a request that is not answered yet must end. */
function openFor({ grant, scope }: Admitted, response: ServerResponse): Parameters<OpenRequests["add"]>[0] {
  return {
    async isOver() {
      // A call is ended by its own watch. If it was sent, its client gets the answer.
      if (scope.made.calls > 0) return false;
      const { grant: now } = await scope.standing();
      // Its answer would follow the settings from before, such as the tools that it lists.
      return now?.server.config !== grant.server.config;
    },
    end: () => response.destroy(),
  };
}

/** A server URL that cannot be served is answered with the reason. Other errors stay as they are. */
export function asAnswer(error: unknown): unknown {
  return error instanceof UnservableError ? new GatewayError(409, error.message) : error;
}

/** A stream continues after its handler returned. Its view must stay until it ends. */
async function answered(handled: Promise<void>, response: ServerResponse): Promise<void> {
  await handled;
  if (response.writableFinished || response.destroyed) return;
  await new Promise<void>((resolve) => {
    response.once("close", resolve);
    response.once("finish", resolve);
  });
}
