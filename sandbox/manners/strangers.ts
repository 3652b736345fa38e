import { isIP } from "node:net";
import { ApiError } from "../api-error.js";

/**
 * Refuses requests from other web pages. Host must be this machine, an address, a name without a dot such as a
 * container's, or the host listened on, because DNS rebinding needs a full name. Origin must be the same host and port.
 * @throws ApiError 403
 */
export function refuseStrangers(request: Request, url: URL, ownHost: string | undefined): void {
  const { hostname, host } = url;
  const isKnown = !hostname.includes(".") || isAddress(hostname) || hostname === ownHost?.toLowerCase();
  if (!isKnown) throw new ApiError(403, "The sandbox does not serve this Host. Use its address.");
  const origin = request.headers.get("origin");
  if (origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host))
    throw new ApiError(403, "The sandbox takes no requests from other web pages");
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]", "sandbox"]);

/** @throws ApiError 403 for a request to the control endpoint that does not come from this machine */
export function requireLoopback({ hostname }: URL): void {
  if (!loopback.has(hostname)) throw new ApiError(403, "The control endpoint answers on loopback only");
}

function isAddress(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, "")) !== 0;
}
