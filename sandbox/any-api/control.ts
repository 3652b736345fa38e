import { ApiError } from "../api-error.js";
import { chaosIn, type Chaos } from "../manners/chaos.js";
import { readFields } from "../manners/request.js";
import { requireLoopback } from "../manners/strangers.js";
import { webUrl } from "../web-url.js";
import type { ChangeWatch } from "./live/changes.js";
import type { Links } from "./live/view.js";
import type { State } from "./state.js";

interface Controlled {
  readonly about: object;
  readonly state: State;
  readonly chaos: Chaos;
  readonly watch: ChangeWatch;
  readonly links: Links;
  readonly reset: () => void;
}

/**
 * The endpoint for tests: GET /__control, GET /__control/state, GET and POST /__control/chaos, POST /__control/mark (the
 * view compares with the state of now), POST /__control/gateway `{url}` (the view links to it), POST /__control/reset.
 */
export async function control(
  request: Request,
  url: URL,
  { about, state, chaos, watch, links, reset }: Controlled,
): Promise<Response> {
  requireLoopback(url);
  const action = `${request.method} ${url.pathname.replace("/__control", "") || "/"}`;
  switch (action) {
    case "GET /":
      return Response.json(about);
    case "GET /state":
      return Response.json(state.dump());
    case "GET /chaos":
      return Response.json(chaos.options);
    case "POST /chaos":
      chaos.set(chaosIn(await readFields(request)));
      return Response.json(chaos.options);
    case "POST /mark":
      watch.mark();
      return new Response(null, { status: 204 });
    case "POST /gateway":
      links.gateway = webUrl((await readFields(request))["url"]);
      return new Response(null, { status: 204 });
    case "POST /reset":
      reset();
      return new Response(null, { status: 204 });
    default:
      throw new ApiError(404, `No control for ${action}`);
  }
}
