import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeServer } from "../gateway/kit/requests.js";
import { roads, type Road } from "./kit/roads.js";
import { startTarget, type Target } from "./kit/target.js";
import type { Reply } from "./kit/upstream.js";

/* The API repeats the account's key, and Standpipe's own tokens, in every place of an answer. */

/** A key without a form of its own, so that only its text is known. It is not a word of base64 or of a URL either. */
const key = 'zq7Wm-~"4Kt/pV0x+91cDe&yB';
let target: Target;
let url: string;
let tokens: readonly string[];
beforeAll(async () => {
  target = await startTarget();
  const account = await makeAccountWith(key);
  const made = await makeServer(target.gateway, account, { surface: "full" });
  const { body: api } = await target.gateway.ask<{ token: string }>("POST", "/api-tokens", { name: "t" });
  ({ url } = made);
  tokens = [made.token, api.token];
}, 120_000);
afterAll(() => target?.stop());

const id = "00000000-0000-4000-8000-000000000001";
const base64 = (text: string, before = "") => Buffer.from(before + text).toString("base64");
const json = (value: unknown): string => JSON.stringify(value);

/** Answers that repeat a secret, by the place. */
function echoes(secret: string): Record<string, Reply> {
  const html = (text: string) => ({ headers: { "content-type": "text/html" }, body: text });
  return {
    "a 200 of HTML": html(`<html><body>Authorization: Bearer ${secret}</body></html>`),
    "a 200 of HTML, escaped": html(
      `<html><body>Bearer ${secret.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}</body></html>`,
    ),
    "HTML labelled as JSON": { body: `<html>Bearer ${secret}</html>` },
    "broken JSON": { body: `{"request":{"authorization":${json(`Bearer ${secret}`)},` },
    "broken JSON after much else": { body: `{"a":"${"word ".repeat(60)}","b":${json(secret)},` },
    "plain text": { body: `key: ${secret}`, headers: { "content-type": "text/plain" } },
    "a value": { body: json({ id, name: `key ${secret}` }) },
    "a value within escaped characters": {
      body: `{"id":"1","name":"${[...secret].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"}`,
    },
    "a value with invisible characters": { body: json({ id, name: [...secret].join("\u200b") }) },
    "JSON in a value": { body: json({ id, name: json({ authorization: json(secret) }) }) },
    "a URL in a value": { body: json({ id, name: `https://x.test/?key=${encodeURIComponent(secret)}` }) },
    "a name": { body: json({ id, [secret]: "x", [`x-${secret}`]: 1 }) },
    "a name in a list": { body: json({ data: [{ id, [secret]: { [secret]: secret } }] }) },
    "base64 in a value": {
      body: json({
        id,
        name: base64(secret),
        summary: base64(secret, "k:"),
        description: base64(secret, "kk"),
      }),
    },
    headers: {
      headers: {
        "x-request-key": secret,
        link: `<http://x/?key=${encodeURIComponent(secret)}>; rel="next"`,
        "ratelimit-reset": secret,
      },
      body: json({ data: [], pagination: { next: `http://x/?page=2&key=${secret}` } }),
    },
    "an image": {
      headers: { "content-type": "image/png" },
      body: Buffer.from(`\u0089PNG ${secret} more`, "latin1"),
    },
    "a file": {
      headers: { "content-type": "application/octet-stream" },
      body: Buffer.from(`\0\u0001${secret}\0`, "latin1"),
    },
    "a 400": { status: 400, body: json({ detail: `bad key ${secret}`, errors: { [secret]: [secret] } }) },
    "a 401 of HTML": { ...html(`<p>${secret}</p>`), status: 401 },
    "a 404": { status: 404, body: json({ error: secret }) },
    "a 429": { status: 429, headers: { "retry-after": secret }, body: secret },
    "a 500 of text": {
      status: 500,
      headers: { "content-type": "text/plain" },
      body: `trace: Bearer ${secret}`,
    },
    "a redirect": {
      status: 302,
      headers: { location: `http://${encodeURIComponent(secret)}.test/?${encodeURIComponent(secret)}` },
      body: "",
    },
  };
}

/** Calls that read an answer in different ways. */
const calls: readonly (readonly [tool: string, args: object])[] = [
  ["get_incident", { incident_id: id }],
  ["get_incident", { incident_id: id, view: "full" }],
  ["get_incident", { incident_id: id, fields: "@" }],
  ["get_incident", { incident_id: id, fields: "{a: to_string(@), b: name, c: keys(@)}" }],
  ["list_incidents", { limit: 2 }],
  ["create_incident", { name: "x", resolve_names: false }],
  ["search", { query: "checkout" }],
  ["fetch", { id: `incident:${id}` }],
];

/** A secret as it could be read in what a client got: as it is, or as JSON, a URL or base64 has it. */
function shows(given: string, secret: string): boolean {
  const unescaped = given.replace(/\\+(["/\\])/g, "$1");
  const decoded = [...given.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)].map(([run]) =>
    Buffer.from(run, "base64").toString("latin1"),
  );
  const texts = [given, unescaped, given.replaceAll("&amp;", "&").replaceAll("&quot;", '"'), ...decoded];
  return texts.some((text) => text.includes(secret) || text.includes(encodeURIComponent(secret)));
}

/** All calls over the first road; over the others each place is read by some of them, in turn. */
function callsFor(name: string, place: number): typeof calls {
  return name === Object.keys(roads)[0] ? calls : calls.filter((_, at) => (at + place) % 3 === 0);
}

/** Everything that clients of all roads got for these calls. They call at the same time, because some calls are repeated. */
async function givenTo(
  opened: ReadonlyMap<string, Road>,
  callsOf: (road: string) => typeof calls,
): Promise<{ readonly by: string; readonly given: string }[]> {
  const asked = [...opened].flatMap(([name, road]) =>
    callsOf(name).map(async ([tool, args]) => ({
      by: `${tool} ${json(args)} over ${name}`,
      given: await road.call(tool, args),
    })),
  );
  return Promise.all(asked);
}

describe("over every road", () => {
  const opened = new Map<string, Road>();
  beforeAll(async () => {
    const opening = Object.entries(roads).map(async ([name, open]) =>
      opened.set(name, await open({ ...target, key }, url)),
    );
    await Promise.all(opening);
  });
  afterAll(() => Promise.all([...opened.values()].map((road) => road.close())));

  it("no place of an answer shows the account's key to a client", async () => {
    for (const [at, [place, reply]] of Object.entries(echoes(key)).entries()) {
      target.upstream.reply = () => reply;
      for (const { by, given } of await givenTo(opened, (name) => callsFor(name, at)))
        expect(shows(given, key), `${place}, by ${by}`).toBe(false);
    }
    expect(target.upstream.sent.filter((one) => one.key === key).length).toBeGreaterThan(240);
  });

  it("nor Standpipe's own tokens", async () => {
    for (const [at, token] of tokens.entries()) {
      const places = Object.entries(echoes(token)).filter(([place]) => !/base64|image|file/.test(place));
      for (const [nth, [place, reply]] of places.entries()) {
        target.upstream.reply = () => reply;
        for (const { by, given } of await givenTo(opened, () => [calls[(at + nth) % 5]!]))
          expect(shows(given, token), `${place}, by ${by}`).toBe(false);
      }
    }
  });

  it("nor any character that cannot be seen", async () => {
    const name = `a${unseen.join("b")}c`;
    target.upstream.reply = () => ({ body: json({ id, name, summary: name, [name]: name }) });
    for (const { by, given } of await givenTo(opened, () => calls.slice(0, 5))) {
      const found = unseen.filter((one) => given.includes(one) || given.includes(json(one).slice(1, -1)));
      expect(
        found.map((one) => one.codePointAt(0)!.toString(16)),
        by,
      ).toEqual([]);
    }
  });
});

/** Line and paragraph ends, an empty cell, an object's place, private use, musical controls, tags, selectors. */
const unseen = [
  ...[0x2028, 0x2029, 0x2800, 0xfffc, 0xe000, 0xf8ff, 0xf0000, 0x10fffd],
  ...[0x1d159, 0x1d173, 0x1d17a, 0xe0001, 0xe0020, 0xe007f, 0xfe00, 0xfe0e, 0xe0100, 0xe01ef],
  ...[0x200b, 0x200e, 0x202e, 0x2066, 0x2060, 0xfeff, 0x00ad, 0x034f, 0x061c, 0x180e, 0x3164],
].map((code) => String.fromCodePoint(code));

async function makeAccountWith(api_key: string): Promise<string> {
  const { gateway, upstream } = target;
  const input = { name: "Echo", base_url: upstream.url, api_key, verify: false };
  const { status, body } = await gateway.ask<{ id: string }>("POST", "/integrated-account", input);
  expect(status, json(body)).toBe(201);
  return body.id;
}
