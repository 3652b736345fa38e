import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personIdsIn } from "../../gateway/oauth/person-ids.js";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { makeAccount, makeServer } from "../gateway/kit/gateway.js";
import { call } from "../gateway/kit/requests.js";
import type { Agent } from "./kit/agent.js";
import { startTwoClients, tenant, tokenFor } from "./kit/pairwise.js";
import { openPeople, owners, type PeopleScene } from "./kit/scene.js";

const oauth = { audiences: [], requiredScopes: [], groupsClaim: "groups", clockTolerance: 30 };
const personClaim = "email";

let stub: ApiStub;
beforeAll(async () => void (stub = await startApiStub()));
afterAll(() => stub?.close());

describe.each(["pairwise", "public"] as const)("at a provider with %s ids of people", (subjects) => {
  let scene: PeopleScene;
  let account: string;

  beforeAll(async () => {
    scene = await openPeople(
      ({ issuer, settings }) => ({
        baseUrls: [stub.url],
        oidc: { ...settings, personClaim },
        oauth: { ...oauth, issuers: [issuer], personClaim },
      }),
      () => startTwoClients(subjects),
    );
    account = await makeAccount(scene.on, stub.url, "Acme");
  });
  afterAll(() => scene?.close());

  /** Signs an owner in whose tokens have these claims too. */
  function owner(name: string, claims: object): Promise<Agent> {
    scene.provider.claims.set(name, claims);
    return scene.person(name, [owners]);
  }

  /** A call that a person makes with a client, again and again, and the page of its approval. */
  async function callOf(agent: Agent, name: string, approvals_needed?: number) {
    const config = { surface: "full", confirm: "write", approvals_needed, oauth: { scopes: { calls: {} } } };
    const { id, url } = await makeServer(scene.on, account, config, { name: "On call" });
    const [gatewayUrl, resource] = [scene.on.url, `${scene.on.url}/mcp/${id}`];
    const token = await tokenFor(agent, scene.provider, { name, gatewayUrl, resource });
    const make = async () => {
      const headers = { authorization: `Bearer ${token}` };
      const { result } = await call(url, "create_incident", { name: "x" }, headers);
      return result!.content?.[0]?.text ?? "";
    };
    const asked = await make();
    return { make, page: /http\S+\/approvals\/apr_\w+/.exec(asked)![0] };
  }

  async function approve(agent: Agent, page: string): Promise<string> {
    const csrf = csrfIn((await agent.open(page)).html);
    const body = new URLSearchParams({ csrf, decision: "approve" });
    return (await agent.open(page, { method: "POST", body })).html;
  }

  const [may, own, unsure] = [
    "can make this call once",
    "somebody else must approve it",
    "cannot tell whether you made this call",
  ];

  const comparable: Readonly<Record<string, (name: string) => object>> = {
    ...(subjects === "public" && { "an id that is the same for each client": () => ({}) }),
    "the tenant and object id of Microsoft Entra ID": (name) => ({ tid: tenant, oid: `object-of-${name}` }),
    "a claim that the operator names": (name) => ({ email: `${name}@example.com`, email_verified: true }),
  };
  it.each(Object.entries(comparable))("people are compared by %s", async (way, claimsOf) => {
    const [one, other] = [`one ${way.length}`, `other-${way.length}`];
    const ada = await owner(one, claimsOf(one));
    const grace = await owner(other, claimsOf(other));
    const { make, page } = await callOf(ada, one);
    expect(await approve(ada, page)).toContain(own);
    expect(await make()).toContain("A person must approve this call");
    expect(await approve(grace, page)).toContain(may);
    expect(await make()).not.toContain("approve");
  });

  const incomparable: Readonly<Record<string, (name: string) => object>> = {
    "no claim that both applications get": () => ({}),
    "an address that was not verified": (name) => ({ email: `${name}@example.com`, email_verified: false }),
    "the ids of another tenant": (name) => ({ tid: "another", oid: `object-of-${name}` }),
  };
  it.runIf(subjects === "pairwise").each(Object.entries(incomparable))(
    "with %s, one person more must approve, because one may be the caller",
    async (way, claimsOf) => {
      const [one, other] = [`one ${way.length}`, `other-${way.length}`];
      const ada = await owner(one, claimsOf(one));
      const grace = await owner(other, claimsOf(other));
      const { make, page } = await callOf(ada, one);
      expect((await ada.open(page)).html).toContain(unsure);
      expect(await approve(ada, page)).toContain("1 of 2");
      expect(await approve(ada, page)).toContain("A second person must approve it too");
      expect(await make()).toContain("A person must approve this call");
      expect(await approve(grace, page)).toContain(may);
      expect(await make()).not.toContain("approve");
    },
  );

  it("a call that was made on the page needs one other person", async () => {
    const [ada, grace] = [await owner("ada", {}), await owner("grace", {})];
    const config = { surface: "full", confirm: "write" };
    const { id } = await makeServer(scene.on, account, config, { name: "On call" });
    const url = `${scene.on.url}/playground?server=${id}&tool=create_incident`;
    const csrf = csrfIn((await ada.open(url)).html);
    const body = new URLSearchParams({ csrf, "arg.name": "x", sure: "yes" });
    const [page] = /http[^\s"]+\/approvals\/apr_\w+/.exec(
      (await ada.open(url, { method: "POST", body })).html,
    )!;
    expect(await approve(ada, page)).toContain(own);
    expect(await approve(grace, page)).toContain(may);
  });

  it.runIf(subjects === "pairwise")("where two people must approve, a third one must", async () => {
    const people = await Promise.all(["first", "second", "third"].map((name) => owner(name, {})));
    const { page } = await callOf(people[0]!, "first", 2);
    expect(await approve(people[0]!, page)).toContain("1 of 3");
    expect(await approve(people[1]!, page)).toContain("2 of 3");
    expect(await approve(people[2]!, page)).toContain(may);
  });
});

describe("the ids of a person", () => {
  const claims = { sub: "7", tid: tenant, oid: "o" };

  it("have Entra's only from an issuer of that tenant", () => {
    const entra = { [`Entra ${tenant}`]: "o" };
    expect(personIdsIn(claims, `https://login.microsoftonline.com/${tenant}/v2.0`, undefined)).toEqual(entra);
    expect(personIdsIn(claims, `https://sts.windows.net/${tenant}/`, undefined)).toEqual(entra);
    expect(personIdsIn(claims, `https://evil.example/${tenant}x`, undefined)).toEqual({});
  });

  it("have sub where the operator says that it is the same everywhere", () => {
    expect(personIdsIn(claims, "https://id.example", "sub")).toEqual({ "sub https://id.example": "7" });
  });
});

function csrfIn(html: string): string {
  return /name="csrf" value="([^"]+)"/.exec(html)![1]!;
}
