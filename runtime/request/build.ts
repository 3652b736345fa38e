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
  const url = urlOf(plan, places, baseOf(baseUrl));
  const body = bodyOf(plan.method, plan.body, places.body);
  const headers = { ...headerFields(places.headers), ...cookieHeader(places.cookies), ...body?.headers };
  refuseTooLong(url, headers);
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
  // Whatever the arguments contain, the request goes to the plan's place: a URL parser would change nothing, and the URL
  // has the base's origin and prefix and the template's segments.
  const below = text.slice(base.origin.length);
  const pathname = below.split("?", 1)[0]!;
  const hasShape = pathname.startsWith(prefix) && hasShapeOf(plan.path, pathname.slice(prefix.length));
  if (!hasShape || !(isPlainTarget(below) || isSameUrl(text, base))) {
    throw new Error(`The URL for ${plan.path} would leave the API's base URL.`);
  }
  return text;
}

/**
 * Whether a URL parser certainly leaves a path and query as they are: no character that it escapes or removes, and no
 * segment `.` or `..`, also not escaped. A parser takes longer than the rest of building a request.
 */
export function isPlainTarget(target: string): boolean {
  return PLAIN_TARGET.test(target) && !DOT_SEGMENT.test(target);
}

const PLAIN_TARGET = /^\/(?!\/)[\w\-.~!$&()*+,;=:@%/]*(?:\?[\w\-.~!$&()*+,;=:@%/?]*)?$/;
const DOT_SEGMENT = /\/(?:\.|%2e){1,2}(?:[/?]|$)/i;

function isSameUrl(text: string, base: URL): boolean {
  const url = new URL(text);
  return url.href === text && url.origin === base.origin;
}

const bases = new Map<string, URL>();

/** A process calls few base URLs. They are parsed once. */
function baseOf(baseUrl: string): URL {
  const known = bases.get(baseUrl) ?? new URL(baseUrl);
  if (bases.size >= MOST_BASES) bases.clear();
  bases.set(baseUrl, known);
  return known;
}

const MOST_BASES = 1_000;

/**
 * Web servers take about half of it. To a longer request some answer by ending the connection. That looks like an API
 * that is down, so nobody could call it for some seconds.
 */
const MOST_OF_A_HEAD = 32_768;

function refuseTooLong(url: string, headers: HttpRequest["headers"]): void {
  const length = Object.values(headers).reduce((sum, value) => sum + value.length, url.length);
  if (length <= MOST_OF_A_HEAD) return;
  const message = `need ${length} characters in the request's URL and headers, and at most ${MOST_OF_A_HEAD} can be sent: pass less text or fewer values`;
  throw invalidArguments([{ argument: "arguments", message }]);
}

/** A base URL that does not end like the contract's may be a proxy's. Then the operation is below all of it. */
function prefixOf({ prefix }: RequestPlan, base: URL): string {
  const given = withoutTrailingSlashes(base.pathname);
  if (!prefix) return given;
  const { own, common } = prefix;
  return (given.endsWith(common) ? given.slice(0, given.length - common.length) : given) + own;
}
