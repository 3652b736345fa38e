import { invalidArguments } from "../arguments/refuse.js";
import { unsendable } from "../arguments/sendable.js";
import type { Ways } from "../contract/auth.js";
import type { Method, RequestPlan } from "../contract/tool.js";
import { bodyOf } from "./body.js";
import { cookieHeader, headerFields } from "./headers.js";
import { fillPath, hasShapeOf } from "./path.js";
import { placeArguments, type RequestParts } from "./places.js";
import { queryPairs } from "./query.js";
import { withoutTrailingSlashes } from "./trailing-slashes.js";

/** One request, ready to send. */
export interface HttpRequest {
  readonly method: Method;
  /** Absolute and percent-encoded. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent if there is no body. A string is sent as UTF-8. */
  readonly body?: string | Uint8Array;
  /** The ways in that the operation has of its own; absent for the API's. */
  readonly ways?: Ways;
}

/**
 * Builds a request from arguments. Each is sent unchanged, in one place, and nothing else is sent. An undefined one is
 * left out. The URL has the origin of `baseUrl`.
 * @throws Fault of kind `invalid_arguments` naming the argument that cannot be sent, or that has no place.
 */
export function buildRequest(
  plan: RequestPlan,
  args: Readonly<Record<string, unknown>>,
  baseUrl: string,
): HttpRequest {
  const faults = unsendable(args);
  if (faults.length > 0) throw invalidArguments(faults);
  const places = placeArguments(plan, args);
  const url = urlOf(plan, places, new URL(baseUrl));
  const body = bodyOf(plan.method, plan.body, places.body);
  const headers = { ...headerFields(places.headers), ...cookieHeader(places.cookies), ...body?.headers };
  return {
    method: plan.method,
    url,
    headers,
    ...(body ? { body: body.content } : {}),
    ...(plan.ways ? { ways: plan.ways } : {}),
  };
}

function urlOf(plan: RequestPlan, places: RequestParts, base: URL): string {
  const prefix = prefixOf(plan, base);
  const path = fillPath(plan.path, places.path);
  const query = places.nextQuery ?? queryPairs(places.query, places.queryNames).join("&");
  const separator = query === "" ? "" : path.includes("?") ? "&" : "?";
  const text = base.origin + prefix + path + separator + query;
  const url = new URL(text);
  // Whatever the arguments contain, the request goes to the plan's place: a URL parser would change nothing, and the URL
  // has the base's origin and prefix and the template's segments.
  const hasShape =
    url.pathname.startsWith(prefix) && hasShapeOf(plan.path, url.pathname.slice(prefix.length));
  if (url.href !== text || url.origin !== base.origin || !hasShape) {
    throw new Error(`The URL for ${plan.path} would leave the API's base URL.`);
  }
  return text;
}

/** A base URL that does not end like the contract's may be a proxy's. Then the operation is below all of it. */
function prefixOf({ prefix }: RequestPlan, base: URL): string {
  const given = withoutTrailingSlashes(base.pathname);
  if (!prefix) return given;
  const { own, common } = prefix;
  return (given.endsWith(common) ? given.slice(0, given.length - common.length) : given) + own;
}
