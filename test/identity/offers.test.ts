import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideApproval } from "../../gateway/consent/decisions.js";
import { roles, rightsOf, type Role } from "../../gateway/identity/roles.js";
import { routeRights } from "../../gateway/identity/route-rights.js";
import { makeServer } from "../gateway/kit/gateway.js";
import { useStores } from "../gateway/kit/stores.js";
import { openRoles, type Ids, type Member, type RolesScene } from "./kit/roles.js";

const settingsOf = useStores();

/** Every page that a person with any role can open. */
const pages = Object.keys(routeRights)
  .filter((route) => route.startsWith("GET /"))
  .filter((route) => !/^GET \/(apis|servers|integrated-account|api-tokens|log|usage|roles)\b/.test(route))
  .filter((route) => !/\/(tools\/:name|activity\/.*|first-call|rows|url|created|feed)\b/.test(route));

describe("what the page offers to each role", () => {
  let scene: RolesScene;
  beforeAll(async () => {
    scene = await openRoles(await settingsOf("sqlite"));
  });
  afterAll(() => scene?.close());

  const people = new Map<Role, Member>();
  async function personIn(role: Role): Promise<Member> {
    const known =
      people.get(role) ?? (await scene.member(`${role} of Alpha`, [{ role, account_id: scene.alpha.id }]));
    people.set(role, known);
    return known;
  }

  const idsOf = (route: string): Ids => {
    const { id, server, approval } = scene.alpha;
    return { id: route.startsWith("GET /approvals") ? approval : id, server };
  };

  it.each(roles)("%s: every link and every form on every page is one that the role may use", async (role) => {
    const person = await personIn(role);
    const rights = rightsOf([{ role, account_id: scene.alpha.id }]);
    const wrong = new Set<string>();
    const links = new Set<string>();
    for (const route of pages) {
      const { status, text } = await person.ask(route, idsOf(route));
      if (status !== 200) continue;
      for (const path of matches(text, /<a [^>]*href="(\/[^"?#]*)/g)) links.add(path);
      for (const form of matches(text, /(<form [^>]*method="post"[^>]*>)/g)) {
        const path = /action="(\/[^"?#]*)/.exec(form)?.[1] ?? pathOf(route, idsOf(route));
        const need = needOf("POST", path);
        if (!need) wrong.add(`${route} has a form for ${path}, which no route takes`);
        else if (need.on !== "session" && !rights.may(need.right))
          wrong.add(`${route} has a form for ${path}`);
      }
    }
    expect(links.size).toBeGreaterThan(5);
    for (const path of links) {
      const { status } = await person.ask(`GET ${path}`);
      if (status === 403) wrong.add(`a link leads to ${path}, which answers 403`);
    }
    expect([...wrong]).toEqual([]);
  });

  it("shows single calls only to people who may read the log, and says so to the others", async () => {
    const route = "GET /accounts/:id/servers/:server";
    const words = "To see single calls, ask an owner for the role “auditor”.";
    for (const role of roles) {
      const { text } = await (await personIn(role)).ask(route, idsOf(route));
      const isReader = role !== "viewer" && role !== "approver";
      expect(text.includes("Last calls"), role).toBe(isReader);
      expect(text.includes(words), role).toBe(!isReader);
      expect(text.includes("Who calls"), role).toBe(true);
    }
  });

  it("a person does not approve their own call of the playground, also under another name", async () => {
    const { alpha, on } = scene;
    const server = await makeServer(on, alpha.id, { surface: "full", confirm: "write" });
    const owner = [{ role: "owner", account_id: alpha.id }] as const;
    const [grace, ada] = [await scene.member("grace", owner), await scene.member("ada", owner)];
    const call = `POST /playground?server=${server.id}&tool=create_team`;
    const asked = await grace.ask(call, {}, { "arg.name": "New team", sure: "yes" });
    const id = /approvals\/(apr_\w+)/.exec(asked.text)![1]!;
    const refusal = "You asked for this call, so somebody else must approve it.";
    const approve = (by: Member) => by.ask("POST /approvals/:id", { id }, { decision: "approve" });
    expect((await approve(grace)).text).toContain(refusal);
    const known = { issuer: scene.provider.issuer, subject: grace.subject };
    for (const act of [{ actor: "Grace Hopper", ...known }, { actor: "grace" }])
      await expect(
        decideApproval(on.gateway.core, id, "approved", { ...act, requestId: "r" }),
      ).rejects.toThrow(refusal);
    expect((await approve(ada)).status).toBe(303);
    const { body } = await on.ask<{ result: object[] }>("GET", "/log?kind=call&tool=create_team");
    expect(body.result[0]).toMatchObject({ actor: "grace" });
  });
});

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found!);
}

function pathOf(route: string, ids: Ids): string {
  return route.replace(/^GET /, "").replace(/:(\w+)/g, (_, name: string) => ids[name]!);
}

/** What the route that takes a request needs. */
function needOf(method: string, path: string) {
  const found = Object.entries(routeRights).find(([route]) => {
    const [verb, shape = ""] = route.split(" ");
    return verb === method && new RegExp(`^${shape.replace(/:\w+/g, "[^/]+")}$`).test(path);
  });
  return found?.[1];
}
