import type { Random } from "../store/random.js";
import type { Json } from "../values.js";
import { textOfPattern } from "./sample-pattern.js";

/** A text that a schema allows: by its format, its pattern, or the name of its field. */
export function sampleText(keywords: Json, name: string, random: Random, now: Date): string {
  const { format, pattern } = keywords;
  const byFormat = FORMATS[String(format)]?.(random, now);
  if (byFormat !== undefined) return byFormat;
  const least = Number(keywords.minLength ?? 0);
  const most = Number(keywords.maxLength ?? Infinity);
  const plain = cut(byName(name, random, now), least, most);
  if (typeof pattern !== "string") return plain;
  return textOfPattern(pattern, { least, most, random }) ?? plain;
}

type Make = (random: Random, now: Date) => string;

const FORMATS: Readonly<Record<string, Make | undefined>> = {
  "date-time": (_, now) => now.toISOString(),
  date: (_, now) => now.toISOString().slice(0, 10),
  time: (_, now) => now.toISOString().slice(11, 19) + "Z",
  duration: () => "PT1H",
  uuid: (random) => random.uuid(),
  email: () => "someone@example.com",
  "idn-email": () => "someone@example.com",
  uri: () => "https://example.com/sample",
  url: () => "https://example.com/sample",
  "uri-reference": () => "/sample",
  hostname: () => "host.example.com",
  ipv4: () => "192.0.2.1",
  ipv6: () => "2001:db8::1",
  byte: () => "c2FtcGxl",
};

function byName(name: string, random: Random, now: Date): string {
  const plain = name.replaceAll(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
  if (/(^|_)(id|uuid|guid)$/.test(plain)) return random.uuid();
  if (/_(at|on|time)$/.test(plain)) return now.toISOString();
  if (/email/.test(plain)) return "someone@example.com";
  if (/(^|_)(url|uri|link|href)$/.test(plain)) return "https://example.com/sample";
  return `sample ${plain.replaceAll("_", " ")}`;
}

/** A text with a length that the schema allows. */
function cut(text: string, least: number, most: number): string {
  const padded = text.padEnd(Math.min(least, 10_000), "x");
  return padded.length > most ? padded.slice(0, most) : padded;
}
