import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mountPage } from "../../gateway/page/page.js";
import { freePort } from "../fixtures/free-port.js";
import { startTestGateway, type TestGateway } from "../gateway/kit/gateway.js";
import { createAgent, signInAs } from "./kit/agent.js";
import { startProvider, type TestProvider } from "./kit/provider.js";
import { owners } from "./kit/scene.js";

describe("signing in below the path of a public URL", () => {
  let provider: TestProvider;
  let on: TestGateway;
  let publicUrl: string;

  beforeAll(async () => {
    provider = await startProvider();
    const port = await freePort();
    publicUrl = `http://127.0.0.1:${port}/standpipe`;
    const settings = { oidc: provider.settings, ownerGroups: [owners], publicUrl };
    on = await startTestGateway({ port, settings, mounts: [mountPage] });
    provider.register(publicUrl);
  });
  afterAll(async () => {
    await on?.stop();
    await provider?.close();
  });

  it("leads to the page below that path, and no cookie leaves the path", async () => {
    provider.groups.set("ada", [owners]);
    const agent = createAgent();
    const begun = await agent.ask(`${publicUrl}/sign-in/provider`);
    expect(begun.headers.getSetCookie()[0]).toMatch(/Path=\/standpipe\/sign-in;/);
    const page = await signInAs(agent, publicUrl, "ada", "/tokens");
    expect([page.status, page.url]).toEqual([200, `${publicUrl}/tokens`]);
  });
});
