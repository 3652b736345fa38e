import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { createContext } from "hono/jsx";

/** The time zone of the person who sees the page. */
export const Zone = createContext("UTC");

/** The zone that the browser gave in a cookie. Without a valid one, times are in UTC. */
export function zoneOf(c: Context): string {
  const given = getCookie(c, "standpipe_zone") ?? "UTC";
  try {
    new Intl.DateTimeFormat("sv-SE", { timeZone: given });
    return given;
  } catch {
    return "UTC";
  }
}

/** A time to the minute or the second, such as `2030-01-31 12:00`. Times in UTC say so. */
export function localTime(at: string, zone: string, timeStyle: "short" | "medium" = "short"): string {
  // Sweden writes dates like ISO 8601.
  const text = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle, timeZone: zone }).format(
    new Date(at),
  );
  return zone === "UTC" ? `${text} UTC` : text;
}
