import type { Reply } from "./upstream.js";

/** About the largest answer that is read. */
const MOST_BYTES = 1_990_000;

/** Answers that take long to parse, to clean, to cut or to write, by what they are. */
export function hostileAnswers(): Record<string, Reply> {
  const { incidents, numbers, HTML } = shapes(10_000_000);
  const all = {
    ...shapes(MOST_BYTES),
    "10 MB of incidents": incidents!,
    "10 MB of numbers": numbers!,
    "10 MB of HTML": HTML!,
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, body]) => [
      name,
      { body, headers: { "content-type": TYPES[name] ?? "application/json" } },
    ]),
  );
}

const TYPES: Readonly<Record<string, string>> = {
  HTML: "text/html",
  "10 MB of HTML": "text/html",
  "plain text": "text/plain",
  "bad bytes": "text/plain",
};

function shapes(bytes: number): Record<string, string | Buffer> {
  const filled = (part: string) => part.repeat(Math.floor(bytes / Buffer.byteLength(part)));
  const list = (item: string) => `[${filled(`${item},`).slice(0, -1)}]`;
  const text = (part: string) => `{"id":"1","text":"${filled(part)}"}`;
  const names = Array.from({ length: bytes / 12 }, (_, at) => `"k${at}":1`);
  return {
    incidents: `{"data":${list(incident)},"pagination":{"next":null}}`,
    "small incidents": `{"data":${list(JSON.stringify({ id: 1, name: "Checkout", tags: ["a", "b"] }))}}`,
    "empty records": list("{}"),
    "few empty records": `[${Array.from({ length: 79_000 }, () => "{}").join(",")}]`,
    numbers: list("1"),
    "long numbers": list("12345678901234567890"),
    "different names": `{${names.join(",")}}`,
    "a record of records": `{${names
      .slice(0, bytes / 60)
      .map((one) => one.replace(":1", ':{"id":1,"a":["b"]}'))
      .join(",")}}`,
    "one text": text("word "),
    "a text without a space": text("x"),
    "beginnings of tokens": text("eyJAAAAAAAA.-"),
    "signs of addresses": text("a@b.c "),
    "invisible characters": text("\\u200b"),
    "invisible names": `{${Array.from({ length: Math.min(20_000, bytes / 14) }, () => `"\\u200b":1`).join(",")}}`,
    emoji: text("🔥"),
    "lists in lists": `${"[".repeat(190)}${filled("1,")}1${"]".repeat(190)}`,
    "broken JSON": `${list("{}")}]`,
    HTML: `<html>${filled("<p>x</p>")}`,
    "open markup": `<html>${filled("<")}`,
    "plain text": filled("words and words "),
    "bad bytes": Buffer.alloc(bytes, 0xc3),
  };
}

const incident = JSON.stringify({
  id: "00000000-0000-4000-8000-000000000001",
  name: "Checkout fails in eu-west-1",
  summary: "Some customers see an error when they pay. ".repeat(4),
  description: "word ".repeat(100),
  severity: "SEV1",
  labels: { service: "checkout", region: "eu" },
  milestones: [1, 2, 3].map((at) => ({
    id: at,
    type: "started",
    occurred_at: "2026-01-01T00:00:00Z",
    by: null,
  })),
});
