import type { HeldRole, Role } from "../../../gateway/identity/roles.js";
import { openApproval } from "../../../gateway/consent/approvals.js";
import { beginSession } from "../../../gateway/sessions.js";
import type { Settings } from "../../../gateway/settings.js";
import { startApiStub, type ApiStub } from "../../gateway/kit/api-stub.js";
import { makeAccount, makeServer } from "../../gateway/kit/gateway.js";
import { openPeople, type PeopleScene } from "./scene.js";

/** A signed-in person, without a browser. */
export interface Member {
  readonly subject: string;
  /** Sends JSON to the API, or a form to a page, with the session's proof. */
  ask(route: string, ids?: Ids, body?: object): Promise<{ readonly status: number; readonly text: string }>;
}

/** Values of `:name` in a route. */
export type Ids = Readonly<Record<string, string>>;

/** What belongs to an account. */
export interface AccountThings {
  readonly id: string;
  readonly server: string;
  readonly token: string;
  readonly approval: string;
}

export interface RolesScene extends PeopleScene {
  readonly stub: ApiStub;
  /** Accounts. The tests of roles delete the third. */
  readonly alpha: AccountThings;
  readonly beta: AccountThings;
  readonly gamma: AccountThings;
  /** Signs a new person in, who has these roles by a group. */
  member(name: string, held: readonly HeldRole[]): Promise<Member>;
}

const isApi =
  /^\/(apis|servers|integrated-account|api-tokens|service-tokens|connections|session|log|usage|roles|people\/remove)\b/;

export async function openRoles(settings: Partial<Settings>): Promise<RolesScene> {
  const stub = await startApiStub();
  const people = await openPeople({ ...settings, baseUrls: [stub.url] });
  const { on, provider } = people;
  const { core } = on.gateway;

  async function things(name: string): Promise<AccountThings> {
    const id = await makeAccount(on, stub.url, name);
    const server = await makeServer(on, id, {}, { name: `Server of ${name}` });
    const input = { name: `Token of ${name}`, integrated_account_id: id };
    const { body } = await on.ask<{ id: string }>("POST", "/api-tokens", input);
    const approval = await openApproval(core, {
      ...{ accountId: id, serverId: server.id, caller: name, tool: "create_incident", requestId: "req" },
      ...{ args: { name: `Incident of ${name}` }, resolved: {}, way: "page", needed: 1, digest: name },
      ...{ waitMinutes: 10, mayRepeat: false, publicUrl: "http://localhost" },
    });
    core.usage.add({
      ...{ accountId: id, serverId: server.id, actor: `oauth:caller of ${name}`, tool: `tool of ${name}` },
      ...{ isError: false, tokens: 1, ms: 1 },
    });
    return { id, server: server.id, token: body.id, approval: approval!.id };
  }

  async function member(name: string, held: readonly HeldRole[]): Promise<Member> {
    const group = `group of ${name}`;
    for (const { role, account_id } of held) await give(role, group, account_id);
    const identity = { issuer: provider.issuer, subject: `id-of-${name}`, name, groups: [group] };
    const { cookie, csrf } = await beginSession(core, name, { actor: name, requestId: "req" }, identity);
    return { subject: identity.subject, ask: (...asked) => send(on.url, { cookie, csrf }, ...asked) };
  }

  async function give(role: Role, holder: string, integrated_account_id: string | null): Promise<void> {
    const input = { role, holder_kind: "group", holder, integrated_account_id };
    const { status } = await on.ask("POST", "/roles", input);
    if (status !== 201) throw new Error(`The role was not given: ${status}.`);
  }

  const [alpha, beta, gamma] = [await things("Alpha"), await things("Beta"), await things("Gamma")];
  return {
    ...people,
    stub,
    alpha,
    beta,
    gamma,
    member,
    async close() {
      await people.close();
      await stub.close();
    },
  };
}

async function send(
  url: string,
  { cookie, csrf }: { readonly cookie: string; readonly csrf: string },
  route: string,
  ids: Ids = {},
  body: object = {},
) {
  const [method = "", path = ""] = route.split(" ");
  const at = path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? `no-such-${name}`);
  const session = { cookie: `standpipe_session=${cookie}` };
  const json = { "content-type": "application/json", "x-csrf-token": csrf };
  const content = isApi.test(path)
    ? { headers: { ...session, ...json }, body: JSON.stringify(body) }
    : { headers: { ...session, accept: "text/html" }, body: new URLSearchParams({ csrf, ...body }) };
  const request = method === "GET" ? { headers: content.headers } : content;
  const answer = await fetch(url + at, { method, redirect: "manual", ...request });
  return { status: answer.status, text: await answer.text() };
}
