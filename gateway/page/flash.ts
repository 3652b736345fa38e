import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Core } from "../core.js";
import { pathOf } from "../ops/public-path.js";
import { VaultError } from "../secrets/vault.js";
import type { Visit } from "./page-handler.js";

/*
 * A secret is shown once, on the page that a form redirects to, so that reloading the page repeats nothing. The browser
 * carries it there in an encrypted cookie, because the next request may reach another replica.
 */

const cookieName = "standpipe_once";
const lifeSeconds = 60;

/** Redirects to a page, which can read the value once within a minute. @param path of that page */
export function redirectOnce(
  { keys, now }: Core,
  { c, session }: Visit,
  path: string,
  value: object,
): Response {
  const text = JSON.stringify({ value, until: now().getTime() + lifeSeconds * 1000 });
  const sealed = keys.vault.seal(text, placeOf(session.id, path));
  setCookie(c, cookieName, sealed, { ...options(c, path), maxAge: lifeSeconds });
  return c.redirect(path, 303);
}

/** The value for this page, which it can show only now; undefined on a reload, or after a minute. */
export function takeOnce<Value>({ keys, now }: Core, { c, session }: Visit): Value | undefined {
  const sealed = getCookie(c, cookieName);
  if (sealed === undefined) return undefined;
  const path = c.req.path;
  deleteCookie(c, cookieName, options(c, path));
  try {
    const text = keys.vault.open(sealed, placeOf(session.id, path));
    const { value, until } = JSON.parse(text) as { value: Value; until: number };
    return now().getTime() < until ? value : undefined;
  } catch (error) {
    // Another page's, another session's, or written by a stranger.
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}

/** Binds the secret to a session and a page. */
function placeOf(sessionId: string, path: string): string {
  return `once/${sessionId}${path}`;
}

function options({ env }: Visit["c"], path: string) {
  const { publicUrl } = env.context;
  const secure = publicUrl.startsWith("https:");
  return { path: `${pathOf(publicUrl)}${path}`, httpOnly: true, sameSite: "Strict", secure } as const;
}
