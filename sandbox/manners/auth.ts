import { ApiError } from "../api-error.js";

/** Throws a 401 unless the request carries a key, `Authorization: Bearer fhb-…` or bare, as FireHydrant's own clients send it. */
export function requireToken(request: Request): void {
  const header = request.headers.get("authorization") ?? "";
  if (/^(Bearer )?fhb-\S+$/.test(header) && !header.includes(expired)) return;
  const reason = header.includes(expired) ? "The API key has expired" : "An API key is required";
  throw new ApiError(401, reason);
}

/** A key with this in it is refused, so that the handling of an expired key can be practised. */
const expired = "expired";
