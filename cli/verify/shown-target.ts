import { hideTokens } from "../../gateway/secrets/token.js";

/** A file or URL that is safe to print: a server URL without its token, any URL without user and query. */
export function shownTarget(where: string): string {
  if (!/^https?:\/\//i.test(where) || !URL.canParse(where)) return where;
  const { origin, pathname } = new URL(where);
  return hideTokens(`${origin}${pathname}`);
}
