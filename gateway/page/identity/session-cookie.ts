import { pathOf } from "../../ops/public-path.js";
import { hasToken } from "../../secrets/token.js";
import type { PageContext } from "../page-handler.js";

export function sessionCookieOptions(c: PageContext) {
  const { publicUrl } = c.env.context;
  const secure = publicUrl.startsWith("https:");
  return { path: pathOf(publicUrl) || "/", httpOnly: true, sameSite: "Strict", secure } as const;
}

/** Where to go after the sign-in: only a path of this site. */
export function nextOf(given: string | undefined): string {
  const isOurs = given !== undefined && /^\/(?![/\\])[\w\-./?=&%~+:]*$/.test(given);
  return isOurs && !hasToken(given) ? given : "/";
}
