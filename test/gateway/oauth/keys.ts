import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeAccount, makeServer, startTestGateway, type TestGateway } from "../kit/gateway.js";
import type { TestIssuer } from "../kit/issuer.js";
import { stub, issuer, other, usual, shares, list } from "./kit.js";

describe("signing keys", () => {
  const keysAsked = () => issuer.asked.filter((path) => path.endsWith("/keys")).length;
  const later = (ms: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });

  /** Asks a gateway that does not know the issuer yet. */
  let fresh: TestGateway;
  let there: string;
  beforeEach(async () => {
    fresh = await startTestGateway({
      settings: { baseUrls: [stub.url], oauth: { ...usual, issuers: [issuer.url] } },
    });
    const oauth = { ...shares, without_token: true };
    const { id } = await makeServer(fresh, await makeAccount(fresh, stub.url), { oauth });
    there = `${fresh.url}/mcp/${id}`;
  });
  afterEach(() => fresh.stop());

  const ask = async (header?: { kid: string }) =>
    list(there, await issuer.sign({ aud: there, scope: "all" }, header));
  const status = async (header?: { kid: string }) => (await ask(header)).status;

  it("are fetched once for many requests, and again after ten minutes", async () => {
    const before = issuer.asked.length;
    const answered = await Promise.all(Array.from({ length: 20 }, () => status()));
    expect(new Set(answered)).toEqual(new Set([200]));
    expect(issuer.asked.length).toBe(before + 2);
    later(601_000);
    expect(await status()).toBe(200);
    expect(issuer.asked.length).toBe(before + 4);
  });

  it("that are unknown trigger a new fetch, at a limited rate", async () => {
    expect(await status()).toBe(200);
    await issuer.changeKey();
    expect(await status()).toBe(401);
    later(31_000);
    const before = keysAsked();
    expect(await status()).toBe(200);
    expect(keysAsked()).toBe(before + 1);
    for (let knock = 0; knock < 20; knock++) expect(await status({ kid: `made-up-${knock}` })).toBe(401);
    expect(keysAsked()).toBe(before + 1);
  });

  /** Wrong metadata of an issuer. */
  const inMetadata =
    (document: () => object, padding = ""): TestIssuer["reply"] =>
    (path, response) => {
      if (!path.includes("/.well-known/")) return false;
      response.writeHead(200).end(JSON.stringify(document()) + padding);
      return true;
    };
  const right = () => ({ issuer: issuer.url, jwks_uri: `${issuer.url}/keys` });
  const always =
    (answer: (path: string, response: Parameters<TestIssuer["reply"]>[1]) => void): TestIssuer["reply"] =>
    (path, response) => {
      answer(path, response);
      return true;
    };
  const failures: Record<string, TestIssuer["reply"]> = {
    "an error": always((_, response) => response.writeHead(500).end()),
    "nothing, and hangs up": always((_, response) => response.destroy()),
    "a part, and then nothing more": always((_, response) => response.writeHead(200).write("{")),
    "no JSON": always((_, response) => response.writeHead(200).end("<html>")),
    "more than it should": inMetadata(right, " ".repeat(300_000)),
    "that it has moved elsewhere": (path, response) => {
      if (!path.includes("/.well-known/")) return false;
      response.writeHead(302, { location: other.url + path }).end();
      return true;
    },
    "in another issuer's name": inMetadata(() => ({ issuer: other.url, jwks_uri: `${other.url}/keys` })),
    "with keys at an http URL elsewhere": inMetadata(() => ({
      issuer: issuer.url,
      jwks_uri: "http://keys.invalid/",
    })),
  };

  it.each(Object.entries(failures))("are unusable if the issuer answers %s", async (_, reply) => {
    issuer.reply = reply;
    other.reply = inMetadata(right);
    const before = issuer.asked.length;
    const { status: first, headers } = await ask();
    expect([first, headers.get("retry-after")]).toEqual([503, "10"]);
    const asked = issuer.asked.length;
    expect(asked - before).toBeLessThanOrEqual(3);
    for (let knock = 0; knock < 20; knock++) expect(await status()).toBe(503);
    expect(issuer.asked.length).toBe(asked);
    issuer.reply = () => false;
    later(11_000);
    expect(await status()).toBe(200);
  });

  it("are unusable ten minutes after the last successful fetch", async () => {
    expect(await status()).toBe(200);
    issuer.reply = failures["an error"]!;
    later(590_000);
    expect(await status()).toBe(200);
    later(11_000);
    expect(await status()).toBe(503);
  });
});
