import { ApiError, notFound } from "../api-error.js";
import { receiveSignal } from "../behaviour/incoming-signals.js";
import { acknowledge } from "../behaviour/paging.js";
import type { Fields } from "../store/store.js";
import type { ChangeWatch } from "../view/changes.js";
import type { Links } from "../view/view.js";
import type { World } from "../world.js";
import type { AuditTrail } from "./audit.js";
import { webUrl } from "../web-url.js";
import { chaosIn, type Chaos } from "./chaos.js";
import type { RateLimit } from "./rate-limit.js";
import { readFields } from "./request.js";
import { requireLoopback } from "./strangers.js";

export interface Controlled {
  readonly world: World;
  readonly chaos: Chaos;
  readonly limit: RateLimit;
  readonly audit: AuditTrail;
  readonly watch: ChangeWatch;
  readonly links: Links;
  readonly reset: () => void;
}

/**
 * The endpoint for tests and checkers, which is not part of the API: GET /__control/state (`?collection=incidents`),
 * GET /__control/calls, GET and POST /__control/chaos, POST /__control/rate-limit `{enabled}`, POST
 * /__control/mark (the view compares with the state of now), POST /__control/gateway `{url}` (the view links to it), POST
 * /__control/acknowledge `{alert_id}` (people do this on their phones; the API has no call for it), POST
 * /__control/signal with a signal such as `{summary, level, tags}` (like a monitoring tool; answers the opened alerts),
 * POST /__control/reset.
 */
export function createControl(controlled: Controlled): (request: Request, url: URL) => Promise<Response> {
  return async (request, url) => {
    requireLoopback(url);
    const action = `${request.method} ${url.pathname.replace("/__control", "") || "/"}`;
    switch (action) {
      case "GET /":
      case "GET /state":
        return Response.json(state(controlled.world, url.searchParams.get("collection")));
      case "GET /calls":
        return Response.json(controlled.audit.entries);
      case "GET /chaos":
        return Response.json(controlled.chaos.options);
      case "POST /chaos":
        controlled.chaos.set(chaosIn(await readFields(request)));
        return Response.json(controlled.chaos.options);
      case "POST /rate-limit":
        controlled.limit.enabled = (await readFields(request))["enabled"] === true;
        return Response.json({ enabled: controlled.limit.enabled });
      case "POST /mark":
        controlled.watch.mark();
        return new Response(null, { status: 204 });
      case "POST /gateway":
        controlled.links.gateway = webUrl((await readFields(request))["url"]);
        return new Response(null, { status: 204 });
      case "POST /acknowledge":
        return acknowledgeAlert(controlled.world, String((await readFields(request))["alert_id"]));
      case "POST /signal":
        return signal(controlled.world, await readFields(request));
      case "POST /reset":
        controlled.reset();
        return new Response(null, { status: 204 });
      default:
        throw new ApiError(404, `No control for ${action}`);
    }
  };
}

function state(world: World, collection: string | null): unknown {
  const dump = world.store.dump();
  return collection ? (dump[collection] ?? []) : dump;
}

function acknowledgeAlert(world: World, id: string): Response {
  const alert = world.store.find("alerts", id);
  if (!alert) throw notFound("alert", id);
  acknowledge(alert, world);
  return Response.json({ id, status: alert.data.status });
}

function signal(world: World, sent: Fields): Response {
  return Response.json(receiveSignal(sent, world).map(({ id, data }) => ({ id, summary: data.summary })));
}
