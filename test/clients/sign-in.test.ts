import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allowInBrowser } from "../authorization/kit/browser.js";
import { openAuthorization, responders, type AuthorizationScene } from "../authorization/kit/scene.js";
import { chromiumPath, freshBrowser } from "../gateway/page/browser.js";
import { openScratch, type Scratch } from "./scratch.js";

/** A client that gets only a URL. */
interface SigningClient {
  readonly id: string;
  readonly packages: Readonly<Record<string, string>>;
  /** Its document, for which this machine has no internet. Absent if the client registers itself. */
  readonly document?: string;
  /** The commands before the sign-in, for it, and after it. */
  readonly commands: (url: string) => readonly [string[], string, string];
  readonly says: RegExp;
}

const sdkSignIn = fileURLToPath(new URL("sdk-sign-in.mjs", import.meta.url));

const clients: readonly SigningClient[] = [
  {
    id: "claude-code",
    packages: { "@anthropic-ai/claude-code": "2.1.197" },
    document: "https://claude.ai/oauth/claude-code-client-metadata",
    commands: (url) => [
      [`claude mcp add --transport http standpipe ${url}`],
      // It signs in only at a terminal.
      'script -qec "claude mcp login standpipe" /dev/null',
      "claude mcp list",
    ],
    says: /standpipe: http.*✔ Connected/,
  },
  {
    id: "codex",
    packages: { "@openai/codex": "0.171.0" },
    document: "https://chatgpt.com/oauth/codex/client.json",
    commands: (url) => [[], `codex mcp add standpipe --url ${url}`, "codex mcp list"],
    says: /standpipe +http.* enabled +OAuth/,
  },
  {
    id: "sdk-1.20",
    packages: { "@modelcontextprotocol/sdk": "1.20.2", zod: "3.25.76" },
    commands: (url) => [[], `node sdk-sign-in.mjs ${url}`, "true"],
    says: /list_incidents/,
  },
  {
    id: "mcporter",
    packages: { mcporter: "0.9.0" },
    commands: (url) => {
      const at = `--http-url ${url} --allow-http --name standpipe`;
      return [[], `mcporter auth ${at}`, `mcporter list ${at}`];
    },
    says: /list_incidents/,
  },
];

describe.skipIf(chromiumPath === undefined)("a client from npm that gets only a URL", () => {
  let scene: AuthorizationScene;
  let browser: Awaited<ReturnType<typeof freshBrowser>>;
  let resource: string;

  beforeAll(async () => {
    [scene, browser] = await Promise.all([
      openAuthorization({ authorization: { registration: true } }),
      freshBrowser(),
    ]);
    scene.provider.groups.set("ada", [responders]);
    ({ resource } = await scene.serverUrl());
  });
  afterAll(async () => {
    await browser?.close();
    await scene?.close();
  });

  it.each(clients)("$id signs its user in, without a registration by hand", async (client) => {
    const { id, packages, document, commands, says } = client;
    const redirect_uris = ["http://127.0.0.1/callback", "http://localhost/callback"];
    if (document) scene.documents.set(document, { client_id: document, client_name: id, redirect_uris });
    const scratch = await openScratch(id, packages);
    const opened = await fakeBrowser(scratch);
    await scratch.write("sdk-sign-in.mjs", await readFile(sdkSignIn, "utf8"));
    const [before, signIn, after] = commands(resource);
    for (const command of before) await scratch.run(command);
    const running = scratch.start(`PATH=${scratch.home}/bin:$PATH BROWSER=xdg-open DISPLAY=:99 ${signIn}`);
    const link = async () =>
      ((await opened()) + running.output()).match(
        /http:\/\/127\.0\.0\.1:\d+\/oauth\/authorize\?[^\s"]+/,
      )?.[0];
    await expect.poll(link, { timeout: 60_000, interval: 200 }).toBeDefined();
    const url = new URL((await link())!);
    await allowInBrowser(browser.context, url);
    await running.ended;
    expect(`${running.output()}${await scratch.run(after)}`).toMatch(says);
    await scratch.close();
    const asked = url.searchParams.get("client_id");
    if (document) expect(asked).toBe(document);
    else expect(asked).toMatch(/^cli_/);
  });
});

/** A command that writes down what a client opens. */
async function fakeBrowser(scratch: Scratch): Promise<() => Promise<string>> {
  const list = join(scratch.home, "opened");
  await scratch.write("bin/xdg-open", `#!/bin/sh\necho "$1" >> ${list}\n`);
  await chmod(join(scratch.home, "bin/xdg-open"), 0o755);
  return () => readFile(list, "utf8").catch(() => "");
}
