import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { makeAccount, makeServer } from "../gateway/kit/gateway.js";
import { call } from "../gateway/kit/requests.js";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import { createAgent, type Agent } from "./kit/agent.js";
import { openPeople, owners, type PeopleScene } from "./kit/scene.js";

const settingsOf = useStores();

describe.each(storeKinds)("the approvers of a server URL, on %s,", (kind) => {
  let stub: ApiStub;
  let scene: PeopleScene;
  let account: string;

  beforeAll(async () => {
    stub = await startApiStub();
    scene = await openPeople({ ...(await settingsOf(kind)), baseUrls: [stub.url] });
    account = await makeAccount(scene.on, stub.url, "Acme");
  });
  afterAll(async () => {
    await scene?.close();
    await stub?.close();
  });

  /** Has a call wait for one of these approvers. */
  async function waiting(approvers: readonly string[]): Promise<string> {
    const config = { surface: "full", confirm: "write", approvers };
    const { url } = await makeServer(scene.on, account, config, { name: "On call" });
    const { result } = await call(url, "create_incident", { name: "x" });
    return approvalIn(result!.content?.[0]?.text ?? "");
  }

  /** Approves as a person: what the page shows then. */
  async function approve(agent: Agent, approval: string): Promise<string> {
    const url = `${scene.on.url}/approvals/${approval}`;
    const csrf = csrfIn((await agent.open(url)).html);
    const body = new URLSearchParams({ csrf, decision: "approve" });
    return (await agent.open(url, { method: "POST", body })).html;
  }

  /** A signed-in owner with more claims. */
  function owner(name: string, { groups = [], ...claims }: Claims = {}): Promise<Agent> {
    scene.provider.claims.set(name, claims);
    return scene.person(name, [owners, ...groups]);
  }

  interface Claims {
    readonly groups?: readonly string[];
    readonly [claim: string]: unknown;
  }

  const ada = { email: "Ada@example.com", email_verified: true };
  const rows: Readonly<Record<string, { approvers: readonly string[]; one: Claims; other: Claims }>> = {
    "members of a group": {
      approvers: ["group:sre"],
      one: { groups: ["sre"] },
      other: { groups: ["SRE", "group:sre"], preferred_username: "sre", email: "group:sre" },
    },
    "a person by a verified address": {
      approvers: ["ada@example.com"],
      one: ada,
      other: { ...ada, email_verified: false, preferred_username: "ada@example.com" },
    },
    "a person by an address of that kind": {
      approvers: ["email:ada@example.com"],
      one: ada,
      other: { ...ada, email_verified: undefined, groups: ["email:ada@example.com"] },
    },
    "one of several": {
      approvers: ["group:nobody", "group:sre", "ada@example.com"],
      one: ada,
      other: { email: "ada@example.com.evil.example", email_verified: true },
    },
  };
  it.each(Object.entries(rows))("are %s, and nobody else", async (way, { approvers, one, other }) => {
    const approval = await waiting(approvers);
    const refused = await approve(await owner(`other ${way}`, other), approval);
    expect(refused).toContain(`Only ${approvers.join(", ")} may approve calls of this server URL`);
    expect(await approve(await owner(`one ${way}`, one), approval)).toContain("can make this call once");
  });

  it("are people by the provider's id, never by a name that they chose or typed", async () => {
    for (const approvers of [["u-17"], ["person:u-17"]]) {
      const approval = await waiting(approvers);
      const eve = await owner("eve", { preferred_username: "u-17", groups: ["u-17"] });
      expect(await approve(eve, approval)).toContain(`Only ${approvers[0]} may approve`);
      const admin = createAgent();
      const body = new URLSearchParams({ person: "u-17", token: scene.on.adminToken });
      await admin.open(`${scene.on.url}/sign-in`, { method: "POST", body });
      expect(await approve(admin, approval)).toContain(`Only ${approvers[0]} may approve`);
      const grace = await owner("u-17", { preferred_username: "grace" });
      expect(await approve(grace, approval)).toContain("can make this call once");
    }
  });

  it("do not include the person who makes the call on the page", async () => {
    const config = { surface: "full", confirm: "write", approvers: ["group:sre"] };
    const { id } = await makeServer(scene.on, account, config, { name: "On call" });
    const [asker, other] = [
      await owner("asker", { groups: ["sre"] }),
      await owner("other", { groups: ["sre"] }),
    ];
    const url = `${scene.on.url}/playground?server=${id}&tool=create_incident`;
    const csrf = csrfIn((await asker.open(url)).html);
    const body = new URLSearchParams({ csrf, "arg.name": "x", sure: "yes" });
    const { html } = await asker.open(url, { method: "POST", body });
    const approval = approvalIn(html);
    expect(await approve(asker, approval)).toContain("somebody else must approve it");
    expect(await approve(other, approval)).toContain("can make this call once");
  });
});

function csrfIn(html: string): string {
  return /name="csrf" value="([^"]+)"/.exec(html)![1]!;
}

function approvalIn(text: string): string {
  return /\/approvals\/(apr_\w+)/.exec(text)![1]!;
}
