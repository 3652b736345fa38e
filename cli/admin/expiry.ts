import { text } from "../command/flags.js";

const units: Readonly<Record<string, number>> = { m: 60, h: 3_600, d: 86_400, w: 604_800 };

const about = "Expiry: an ISO time, a time from now such as 12h or 30d, or never";
const fault = (given: string) =>
  expiryOf(given) === undefined ? "a time such as 2030-01-31T12:00:00Z, 12h, 30d, or never" : undefined;

export const expiresFlag = text(about, { fault });
/** The gateway has the default. */
export const newExpiresFlag = text(about, { fault, shown: "90d" });

/** The ISO time of an expiry, null for `never`, undefined for an invalid text. */
export function expiryOf(text: string): string | null | undefined {
  if (text === "never") return null;
  const [, count, unit] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  if (unit !== undefined) return new Date(Date.now() + Number(count) * units[unit]! * 1000).toISOString();
  return isoTime(text);
}

/** A time as ISO 8601 in UTC, undefined for an invalid text. */
export function isoTime(text: string): string | undefined {
  const isTime = /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text));
  return isTime ? new Date(text).toISOString() : undefined;
}

/** An ISO time, or a time ago such as `24h`, as ISO 8601; undefined for an invalid text. */
export function pastTime(text: string): string | undefined {
  const [, count, unit] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  if (unit === undefined) return isoTime(text);
  return new Date(Date.now() - Number(count) * units[unit]! * 1000).toISOString();
}
