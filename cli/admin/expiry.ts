import { SettingsError } from "../settings.js";

const units: Readonly<Record<string, number>> = { m: 60, h: 3_600, d: 86_400, w: 604_800 };

/**
 * When something ends: an ISO time, a time from now such as `30d`, or `never`.
 * @throws SettingsError for anything else
 */
export function expiryOf(text: string | undefined): string | null | undefined {
  if (text === undefined) return undefined;
  if (text === "never") return null;
  const [, count, unit] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  if (unit !== undefined) return new Date(Date.now() + Number(count) * units[unit]! * 1000).toISOString();
  if (/^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text))) return new Date(text).toISOString();
  throw new SettingsError(`--expires takes a time such as 2030-01-31T12:00:00Z, 12h, 30d, or never.`);
}
