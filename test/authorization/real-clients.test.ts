import { decodeJwt } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listenForCode, type Callback } from "../gateway/oauth-sign-in/callback.js";
import { connectSignedIn, createWallet, oauthClientKinds } from "../gateway/oauth-sign-in/client.js";
import { chromiumPath, freshBrowser } from "../gateway/page/browser.js";
import { allowInBrowser } from "./kit/browser.js";
import { openAuthorization, responders, type AuthorizationScene } from "./kit/scene.js";

describe.skipIf(chromiumPath === undefined)("clients of the SDKs that get only a URL", () => {
  let scene: AuthorizationScene;
  let browser: Awaited<ReturnType<typeof freshBrowser>>;
  let callback: Callback;
  let resource: string;

  beforeAll(async () => {
    [scene, browser, callback] = await Promise.all([
      openAuthorization({ authorization: { registration: true } }),
      freshBrowser(),
      listenForCode(),
    ]);
    scene.provider.groups.set("ada", [responders]);
    ({ resource } = await scene.serverUrl());
  });
  beforeEach(() => browser.context.clearCookies());
  afterEach(() => scene.clock.set(0));
  afterAll(async () => {
    await browser?.close();
    await Promise.all([scene?.close(), callback?.close()]);
  });

  const signIn = async (url: URL) => expect(await allowInBrowser(browser.context, url)).toEqual([]);

  /** How a client makes itself known, without an operator. */
  const ways = {
    "publishes a document": () => {
      const clientMetadataUrl = `https://${callback.url.replace(/\D/g, "")}.example/client.json`;
      const redirect_uris = [callback.url];
      scene.documents.set(clientMetadataUrl, {
        client_id: clientMetadataUrl,
        client_name: "Published",
        redirect_uris,
      });
      return Object.assign(createWallet(callback.url), { clientMetadataUrl });
    },
    "registers itself": () => createWallet(callback.url),
  };

  it.each(
    oauthClientKinds.flatMap((kind) =>
      Object.keys(ways).map((way) => [kind, way as keyof typeof ways] as const),
    ),
  )("%s: one that %s signs its user in, calls a tool, and renews its token", async (kind, way) => {
    const wallet = ways[way]();
    const client = await connectSignedIn(kind, resource, wallet, callback, signIn);
    const { client_id } = wallet.clientInformation() ?? {};
    expect(client_id).toMatch(way === "registers itself" ? /^cli_/ : /^https:/);
    expect(decodeJwt(wallet.tokens()!.access_token)).toMatchObject({ aud: resource, sub: "ada", client_id });
    expect((await client.call("list_incidents")).text).toContain("as Acme");
    const first = wallet.tokens()!.access_token;
    scene.clock.set(11 * 60_000);
    expect((await client.call("list_incidents")).text).toContain("as Acme");
    expect(wallet.tokens()!.access_token).not.toBe(first);
    await client.close();
  });
});
