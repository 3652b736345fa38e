import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createCaller } from "../../../runtime/pipeline/call.js";
import type { Auth, Credentials, Scheme } from "../../../runtime/contract/auth.js";
import { createUpstream } from "../../../runtime/upstream/upstream.js";
import { json, readTool } from "../kit/stub.js";
import { opened, account, provider } from "./kit.js";

/* A provider on loopback for every scheme, and what reaches it. */

const schemes = {
  header: key({ in: "header", name: "X-Key", prefix: "" }, "HEADER"),
  prefixed: key({ in: "header", name: "Authorization", prefix: "Token token=" }, "PREFIXED"),
  query: key({ in: "query", name: "api key", prefix: "" }, "QUERY"),
  cookie: key({ in: "cookie", name: "SID", prefix: "" }, "COOKIE"),
  application: key({ in: "header", name: "DD-APPLICATION-KEY", prefix: "" }, "APPLICATION"),
  basic: { kind: "basic", variables: { user: "USER", password: "PASSWORD", pair: "PAIR" } },
} as const satisfies Record<string, Scheme>;

function key(placed: { in: "header" | "query" | "cookie"; name: string; prefix: string }, variable: string) {
  return { kind: "key", ...placed, variables: { key: variable } } as const;
}

afterEach(async () => void (await Promise.all(opened.splice(0).map((one) => one.close()))));

const echo = (request: IncomingMessage, response: ServerResponse) =>
  json(response, { url: request.url, headers: request.headers });

describe("credentials are sent", () => {
  const auth = (ways: Auth["ways"]): Auth => ({ schemes, ways });
  const encoded = Buffer.from("ann:pass:wörd").toString("base64");

  it.each<[string, Auth["ways"], Credentials, object]>([
    ["a key in a header", [["header"]], { HEADER: "abc-1" }, { "x-key": "abc-1" }],
    ["a key after its prefix", [["prefixed"]], { PREFIXED: "abc-1" }, { authorization: "Token token=abc-1" }],
    [
      "a key that was pasted with its prefix",
      [["prefixed"]],
      { PREFIXED: "Token token=abc-1" },
      { authorization: "Token token=abc-1" },
    ],
    ["a key with a blank", [["header"]], { HEADER: "GenieKey abc-1" }, { "x-key": "GenieKey abc-1" }],
    ["a key in a cookie", [["cookie"]], { COOKIE: "abc-1" }, { cookie: "SID=abc-1" }],
    [
      "user and password",
      [["basic"]],
      { USER: "ann", PASSWORD: "pass:wörd" },
      { authorization: `Basic ${encoded}` },
    ],
    [
      "user and password in one",
      [["basic"]],
      { PAIR: "ann:pass:wörd" },
      { authorization: `Basic ${encoded}` },
    ],
    [
      "user and password that are encoded already",
      [["basic"]],
      { PAIR: Buffer.from("ann:secret").toString("base64") },
      { authorization: `Basic ${Buffer.from("ann:secret").toString("base64")}` },
    ],
    [
      "a key as a user without a password",
      [["basic"]],
      { PAIR: "sk_live_1" },
      { authorization: `Basic ${Buffer.from("sk_live_1:").toString("base64")}` },
    ],
    [
      "two keys together",
      [["header", "application"]],
      { HEADER: "abc-1", APPLICATION: "abc-2" },
      { "x-key": "abc-1", "dd-application-key": "abc-2" },
    ],
    [
      "the first alternative that is set",
      [["header", "application"], ["cookie"]],
      { HEADER: "a", COOKIE: "abc-1" },
      { cookie: "SID=abc-1" },
    ],
  ])("%s", async (_, ways, credentials, want) => {
    const { url, requests } = await provider(echo);
    await account(url, auth(ways), credentials).call();
    expect(requests[0]!.headers).toMatchObject(want);
    const wires = ["x-key", "authorization", "cookie", "dd-application-key"];
    const sent = wires.filter((name) => requests[0]!.headers[name] !== undefined);
    expect(sent.sort()).toEqual(Object.keys(want).sort());
  });

  it("in the query, encoded", async () => {
    const { url, requests } = await provider(echo);
    await account(url, auth([["query"]]), { QUERY: "a&b c" }).call();
    expect(requests[0]!.url).toBe("/things?api%20key=a%26b%20c");
  });

  it("by the operation's own ways, and not at all where it is open", async () => {
    const { url, requests } = await provider(echo);
    const acme = account(url, auth([["header"]]), { HEADER: "abc-1", COOKIE: "abc-2" });
    const with_ = (ways: Auth["ways"]) => readTool({}, {}, { ways });
    await acme.call(with_([["cookie"]]));
    await acme.call(with_([[]]));
    // An open alternative is for callers without a key.
    await acme.call(with_([[], ["header"]]));
    expect(requests.map(({ headers }) => [headers["x-key"], headers.cookie])).toEqual([
      [undefined, "SID=abc-2"],
      [undefined, undefined],
      ["abc-1", undefined],
    ]);
  });

  it("and a call whose credentials are not set is refused before it is sent", async () => {
    const { url, requests } = await provider(echo);
    const acme = account(url, auth([["header"]]), { HEADER: "abc-1" });
    const { error } = await acme.call(readTool({}, {}, { ways: [["basic"]] }));
    expect(error).toMatchObject({ kind: "credentials" });
    expect(JSON.stringify(error)).toContain("USER and PASSWORD, or PAIR");
    expect(requests).toHaveLength(0);
  });

  it("and are hidden where an answer repeats them in any form", async () => {
    const { url } = await provider((request, response) =>
      json(response, {
        seen: [request.headers.authorization, "abc-123456", Buffer.from("abc-123456").toString("base64")],
      }),
    );
    const answer = JSON.stringify(
      await account(url, auth([["header"]]), { HEADER: "GenieKey abc-123456" }).call(),
    );
    expect(answer).not.toContain("abc-123456");
  });
});

describe("credentials of one origin", () => {
  it("reach no other, even for an operation that is sent there", async () => {
    const [own, other] = [await provider(echo), await provider(echo)];
    const credentials = { HEADER: "abc-1", APPLICATION: "abc-2" };
    const upstream = createUpstream({
      title: "Acme",
      credentials: [
        { url: own.url, auth: { schemes, ways: [["header"]] }, credentials },
        {
          url: other.url,
          auth: { schemes: { application: schemes.application }, ways: [["application"]] },
          credentials,
        },
      ],
      pacing: false,
    });
    const caller = createCaller({ baseUrl: own.url, origins: { uploads: other.url }, upstream });
    opened.push(caller);
    const context = { signal: new AbortController().signal };
    await caller.call(readTool(), {}, context);
    await caller.call(readTool({}, {}, { origin: "uploads" }), {}, context);
    expect(own.requests.map(({ headers }) => [headers["x-key"], headers["dd-application-key"]])).toEqual([
      ["abc-1", undefined],
    ]);
    expect(other.requests.map(({ headers }) => [headers["x-key"], headers["dd-application-key"]])).toEqual([
      [undefined, "abc-2"],
    ]);
  });

  it("don't follow a redirect", async () => {
    const other = await provider(echo);
    const own = await provider((_, response) =>
      response.writeHead(302, { location: `${other.url}/x` }).end(),
    );
    const { error } = await account(own.url, { schemes, ways: [["header"]] }, { HEADER: "abc-1" }).call();
    expect(error.message).toContain("Redirects are not followed");
    expect(other.requests).toHaveLength(0);
  });
});
