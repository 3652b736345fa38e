import { ApiError } from "../api-error.js";

/**
 * Throws a 401 unless the request has a key: `Authorization: Bearer fhb-…`, or without `Bearer` as FireHydrant's own
 * clients send it.
 */
export function requireToken(request: Request): void {
  const header = request.headers.get("authorization") ?? "";
  if (/^(Bearer )?fhb-\S+$/.test(header) && !header.includes(expired)) return;
  const reason = header.includes(expired) ? "The API key has expired" : "An API key is required";
  throw new ApiError(401, reason);
}

/** Keys that contain this are refused, so that agents can practise with an expired key. */
const expired = "expired";
