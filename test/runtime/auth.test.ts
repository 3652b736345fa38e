import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createCaller } from "../../runtime/pipeline/call.js";
import type { Auth, Credentials, Scheme } from "../../runtime/contract/auth.js";
import { createUpstream } from "../../runtime/upstream/upstream.js";
import { json, listen, readTool, resultOf, writeTool, type Listening } from "./kit/stub.js";

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

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => void (await Promise.all(opened.splice(0).map((one) => one.close()))));

/** Calls as an account of a provider would, and what came of it. */
function account(url: string, auth: Auth, credentials: Credentials) {
  const upstream = createUpstream({
    title: "Acme",
    credentials: [{ url, auth, credentials }],
    pacing: false,
  });
  const caller = createCaller({ baseUrl: url, upstream });
  opened.push(caller);
  return {
    upstream,
    call: async (tool = readTool(), args = {}) =>
      resultOf(await caller.call(tool, args, { signal: new AbortController().signal })),
  };
}

async function provider(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Listening> {
  const listening = await listen(answer);
  opened.push(listening);
  return listening;
}

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

describe("HTTP Digest", () => {
  const digest = { kind: "digest", variables: { user: "USER", password: "PASSWORD" } } as const;
  const auth: Auth = { schemes: { digest }, ways: [["digest"]] };
  const md5 = (text: string) => createHash("md5").update(text).digest("hex");

  it("answers the challenge, counts on with its nonce, and takes another", async () => {
    const nonces = ["n-1", "n-2"];
    const seen: string[] = [];
    const { url, requests } = await provider((request, response) => {
      const given = request.headers.authorization ?? "";
      const field = (name: string) => new RegExp(`${name}="?([^",]+)`).exec(given)?.[1] ?? "";
      const secret = md5("ann:a b:pass");
      const counted = `${nonces[0]}:${field("nc")}:${field("cnonce")}:auth`;
      const good = md5(`${secret}:${counted}:${md5(`${request.method}:${request.url}`)}`);
      seen.push(field("nc"));
      if (field("response") === good && field("uri") === request.url) return json(response, { ok: true });
      const challenge = `Digest realm="a b", qop="auth, auth-int", nonce="${nonces[0]}", opaque="o"`;
      json(response, {}, 401, { "www-authenticate": challenge });
    });
    const acme = account(url, auth, { USER: "ann", PASSWORD: "pass" });
    expect([await acme.call(), await acme.call(writeTool())]).toEqual([{ ok: true }, { ok: true }]);
    nonces.shift();
    expect(await acme.call()).toEqual({ ok: true });
    expect(seen).toEqual(["", "00000001", "00000002", "00000003", "00000001"]);
    expect(requests[0]!.headers.authorization).toBeUndefined();
  });

  it("sends wrong credentials once, and shows no password", async () => {
    const { url, requests } = await provider((_, response) =>
      json(response, {}, 401, { "www-authenticate": 'Digest realm="r", nonce="n"' }),
    );
    const { error } = await account(url, auth, { USER: "ann", PASSWORD: "pass-1234" }).call();
    expect([error.kind, requests.length]).toEqual(["credentials", 2]);
    expect(JSON.stringify([error, requests.map(({ headers }) => headers)])).not.toContain("pass-1234");
  });
});

describe("OAuth 2", () => {
  const variables = { token: "TOKEN", id: "ID", secret: "SECRET", refresh: "REFRESH" };
  const client = { ID: "client 1", SECRET: "s3cret:ö" };

  /** An API and its token endpoint. Tokens count up; the API takes only the newest. */
  async function oauthProvider({ expiresIn = 3600, clientAuth = "header", refuse = "" } = {}) {
    const asked: { headers: IncomingMessage["headers"]; body: URLSearchParams }[] = [];
    let good = 0;
    const tokens = await provider((request, response) => {
      let text = "";
      request.on("data", (part) => (text += String(part)));
      request.on("end", () => {
        const body = new URLSearchParams(text);
        asked.push({ headers: request.headers, body });
        const isInBody = body.has("client_secret");
        if (refuse !== "")
          return json(response, { error: refuse, error_description: "s3cret:ö is wrong" }, 400);
        if (clientAuth === "body" && !isInBody) return json(response, { error: "invalid_client" }, 401);
        good += 1;
        const rotated =
          body.get("grant_type") === "refresh_token" ? { refresh_token: `refresh-${good + 1}` } : {};
        json(response, {
          access_token: `token-${good}`,
          token_type: "Bearer",
          expires_in: expiresIn,
          ...rotated,
        });
      });
    });
    const api = await provider((request, response) => {
      const isGood = request.headers.authorization === `Bearer token-${good}`;
      json(response, isGood ? { ok: good } : { detail: "token-1 is expired" }, isGood ? 200 : 401);
    });
    const scheme = {
      kind: "oauth",
      tokenUrl: `${tokens.url}/token`,
      scopes: ["read", "write"],
      variables,
    } as const;
    return {
      api,
      tokens,
      asked,
      auth: { schemes: { o: scheme }, ways: [["o"]] } as Auth,
      revoke: () => (good += 1),
    };
  }

  it("client credentials fetch one token for many calls at once, and keep it", async () => {
    const { api, asked, auth } = await oauthProvider();
    const acme = account(api.url, auth, client);
    const answers = await Promise.all([acme.call(), acme.call(), acme.call()]);
    answers.push(await acme.call());
    expect(answers).toEqual(Array(4).fill({ ok: 1 }));
    expect(asked).toHaveLength(1);
    expect(Object.fromEntries(asked[0]!.body)).toMatchObject({
      grant_type: "client_credentials",
      scope: "read write",
    });
    const basic = Buffer.from(asked[0]!.headers.authorization!.slice(6), "base64").toString();
    expect(basic).toBe("client+1:s3cret%3A%C3%B6");
  });

  it("a secret goes into the body where the endpoint wants it there", async () => {
    const { api, asked, auth } = await oauthProvider({ clientAuth: "body" });
    expect(await account(api.url, auth, client).call()).toEqual({ ok: 1 });
    expect(asked.at(-1)!.body.get("client_secret")).toBe("s3cret:ö");
  });

  it("a token that has expired is renewed before the next call", async () => {
    const { api, asked, auth } = await oauthProvider({ expiresIn: 0 });
    const acme = account(api.url, auth, client);
    expect([await acme.call(), await acme.call()]).toEqual([{ ok: 1 }, { ok: 2 }]);
    expect(asked).toHaveLength(2);
  });

  it("a token that the API refuses in the middle of a run is renewed once, for a write too", async () => {
    const { api, asked, auth, revoke } = await oauthProvider();
    const acme = account(api.url, auth, client);
    await acme.call();
    revoke();
    expect(await acme.call(writeTool())).toEqual({ ok: 3 });
    expect(asked).toHaveLength(2);
    expect(api.requests).toHaveLength(3);
  });

  it("a refresh token fetches tokens, and its successor is used next", async () => {
    const { api, asked, auth } = await oauthProvider({ expiresIn: 0 });
    const acme = account(api.url, auth, { ID: "client", REFRESH: "refresh-1" });
    await acme.call();
    await acme.call();
    expect(asked.map(({ body }) => body.get("refresh_token"))).toEqual(["refresh-1", "refresh-2"]);
    expect(asked[0]!.headers.authorization).toBeUndefined();
  });

  it("an access token that is given is sent as it is", async () => {
    const { api, asked, auth } = await oauthProvider();
    const { error } = await account(api.url, auth, { TOKEN: "given", ...client }).call();
    expect(error.kind).toBe("credentials");
    expect(api.requests[0]!.headers.authorization).toBe("Bearer given");
    expect(asked).toHaveLength(0);
  });

  it("a refusal of the token endpoint says what to check, and no secret", async () => {
    const { api, auth } = await oauthProvider({ refuse: "invalid_scope" });
    const { error } = await account(api.url, auth, client).call();
    expect(error).toMatchObject({ kind: "credentials" });
    expect(error.message).toContain("refused to give an access token (400, invalid_scope)");
    expect(JSON.stringify(error)).not.toContain("s3cret");
    expect(api.requests).toHaveLength(0);
  });

  it("a secret is not sent without TLS beyond the machine", async () => {
    const { api, auth } = await oauthProvider();
    const scheme = { ...auth.schemes["o"]!, tokenUrl: "http://tokens.invalid/token" } as Scheme;
    const { error } = await account(api.url, { schemes: { o: scheme }, ways: [["o"]] }, client).call();
    expect(error.message).toContain("has no TLS");
  });

  it("no answer or message has a fetched token", async () => {
    const { api, auth, revoke, tokens } = await oauthProvider();
    const acme = account(api.url, auth, client);
    await acme.call();
    expect(acme.upstream.conceal("token-1 and s3cret:ö")).toBe("[redacted] and [redacted]");
    revoke();
    await tokens.close();
    const { error } = await acme.call();
    expect(JSON.stringify(error)).not.toMatch(/token-\d|s3cret/);
  });
});
