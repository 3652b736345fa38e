import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { makeAccount, makeServer, startTestGateway, type TestGateway } from "../gateway/kit/gateway.js";
import { connectSignedIn, createWallet, oauthClientKinds } from "../gateway/oauth-sign-in/client.js";

describe("a client without the token that a server URL requires", () => {
  let stub: ApiStub;
  let on: TestGateway;
  let url: string;

  beforeAll(async () => {
    stub = await startApiStub();
    on = await startTestGateway({ settings: { baseUrls: [stub.url] } });
    const account = await makeAccount(on, stub.url);
    ({ url } = await makeServer(on, account, { require_api_token_auth: true }));
  });
  afterAll(async () => {
    await on?.stop();
    await stub?.close();
  });

  const nobody = () => Promise.reject(new Error("Nobody should be asked to sign in."));
  /** Paths other than the server URL that were requested. */
  const others = (from: number) =>
    on
      .logged()
      .slice(from)
      .split("\n")
      .flatMap((line) => /"route":"([^"]+)"/.exec(line)?.[1] ?? [])
      .filter((route) => !route.startsWith("/mcp"));

  it.each(oauthClientKinds)("%s gets the words, and begins no OAuth sign-in", async (kind) => {
    const wallet = createWallet("http://127.0.0.1:1/callback");
    const callback = { url: "", next: () => new Promise<never>(() => {}), close: async () => {} };
    for (const [at, words] of [
      [url, "requires an API token"],
      [`${on.url}/mcp`, "Send a server's token"],
    ] as const) {
      const from = on.logged().length;
      // The newest clients replace the words by their own.
      const said = kind.includes("2026") ? "the server denied access (HTTP 403)" : words;
      await expect(connectSignedIn(kind, at, wallet, callback, nobody)).rejects.toThrow(said);
      expect(others(from)).toEqual([]);
    }
    expect(wallet.sentTo).toBeUndefined();
  });
});
