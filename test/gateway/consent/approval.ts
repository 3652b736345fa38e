import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { readLog } from "../../../gateway/audit/read-log.js";
import { decideApproval } from "../../../gateway/consent/decisions.js";
import { listWaiting } from "../../../gateway/consent/shown-approvals.js";
import { rotateServer } from "../../../gateway/servers/rotation.js";
import { act, testGateway } from "../page/kit.js";
import { gateway, yes, teamsNamed, withClient, kindOf, linkIn, freshName } from "./kit.js";
import { roads } from "./roads.js";

describe.each(Object.entries(roads))(
  "an approval of %s",
  (_way, { surface, clients, asking, asked, argsOf }) => {
    const connect = clients["client 2.x, 2026-07-28"]!;
    const config = { surface, confirm: "write" } as const;

    async function waiting(url: string, name: string): Promise<string> {
      return linkIn((await withClient(connect(url), (client) => client.call("create_team", { name }))).text)!;
    }
    const callAgain = (url: string, name: string) =>
      withClient(connect(url), (client) => client.call("create_team", { name }));

    const callTool = (url: string, name: string, args: object) =>
      withClient(connect(url), (client) => client.call(name, args));
    /** A call that is approved on the page at once. */
    async function approvedCall(url: string, name: string, args: object) {
      await decideApproval(gateway.core, linkIn((await callTool(url, name, args)).text)!, "approved", act);
      return callTool(url, name, args);
    }

    it("only applies to the token that asked", async () => {
      const { id: serverId, url } = await gateway.serverUrl(config);
      const name = freshName();
      await decideApproval(gateway.core, await waiting(url, name), "approved", act);
      const other = await gateway.serverUrl(config);
      expect(kindOf((await callAgain(other.url, name)).text)).toBe("approval_needed");
      const { token } = await rotateServer(
        gateway.core,
        { accountId: gateway.accountId, id: serverId },
        3600,
        act,
      );
      expect(kindOf((await callAgain(`${gateway.url}/mcp/${token}`, name)).text)).toBe("approval_needed");
      expect((await callAgain(url, name)).isError).toBe(false);
    });

    it("expires after minutes, whether it is undecided or unused", async () => {
      const { url } = await gateway.serverUrl(config);
      const [late, unused] = [freshName(), freshName()];
      const lateId = await waiting(url, late);
      gateway.pass(10 * 60_000 + 1000);
      await expect(decideApproval(gateway.core, lateId, "approved", act)).rejects.toThrow("too long");
      expect(linkIn((await callAgain(url, late)).text)).not.toBe(lateId);
      await decideApproval(gateway.core, await waiting(url, unused), "approved", act);
      gateway.pass(5 * 60_000 + 1000);
      expect(kindOf((await callAgain(url, unused)).text)).toBe("approval_needed");
    });

    it("allows exactly one of many simultaneous calls", async () => {
      const { url } = await gateway.serverUrl(config);
      const name = freshName();
      await decideApproval(gateway.core, await waiting(url, name), "approved", act);
      const answers = await Promise.all(Array.from({ length: 8 }, () => callAgain(url, name)));
      expect(answers.filter(({ isError }) => !isError)).toHaveLength(1);
      expect(await teamsNamed(name)).toBe(1);
    });

    it("works on every replica", async () => {
      const replica = await testGateway(gateway);
      try {
        const { url } = await gateway.serverUrl(config);
        const name = freshName();
        const id = await waiting(url, name);
        await decideApproval(replica.core, id, "approved", act);
        expect((await callAgain(url.replace(gateway.url, replica.url), name)).isError).toBe(false);
        expect(kindOf((await callAgain(url, name)).text)).toBe("approval_needed");
      } finally {
        await replica.close();
      }
    });

    it("can be refused, and requested again later", async () => {
      const { url } = await gateway.serverUrl(config);
      const name = freshName();
      await decideApproval(gateway.core, await waiting(url, name), "refused", act);
      expect(kindOf((await callAgain(url, name)).text)).toBe("not_approved");
      gateway.pass(2 * 60_000 + 1000);
      expect(kindOf((await callAgain(url, name)).text)).toBe("approval_needed");
    });

    it("cannot be decided twice", async () => {
      const { url } = await gateway.serverUrl(config);
      const id = await waiting(url, freshName());
      await decideApproval(gateway.core, id, "refused", act);
      await expect(decideApproval(gateway.core, id, "approved", act)).rejects.toThrow("decided already");
    });

    it("is not requested for a call that would fail anyway", async () => {
      const { url } = await gateway.serverUrl(config);
      const wrong = await withClient(connect(url), (client) => client.call("create_team", { nam: "x" }));
      expect(kindOf(wrong.text)).toBe("invalid_arguments");
    });

    it("stores arguments encrypted, and logs none of them", async () => {
      const { url } = await gateway.serverUrl(config);
      const id = await waiting(url, "canary-in-arguments");
      const row = await gateway.core.store.db
        .selectFrom("approvals")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      expect(JSON.stringify(row)).not.toContain("canary");
      expect(argsOf((await listWaiting(gateway.core)).find((one) => one.id === id)!.args)).toEqual({
        name: "canary-in-arguments",
      });
      await decideApproval(gateway.core, id, "refused", act);
      const { result } = await readLog(gateway.core, { action: "approval.refuse" });
      expect(result[0]).toMatchObject({ actor: "test", detail: { approval_id: id, tool: asked } });
      expect(JSON.stringify(result)).not.toContain("canary");
    });

    it("fails closed: no call is sent while the store cannot confirm it", async () => {
      const { url } = await gateway.serverUrl(config);
      const name = freshName();
      await decideApproval(gateway.core, await waiting(url, name), "approved", act);
      const rename = (from: string, to: string) =>
        sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(gateway.core.store.db);
      await rename("approvals", "approvals_gone");
      try {
        const refused = await callAgain(url, name);
        expect(kindOf(refused.text)).toBe("busy");
        expect(refused.text).not.toContain("approvals_gone");
      } finally {
        await rename("approvals_gone", "approvals");
      }
      expect(await teamsNamed(name)).toBe(0);
      expect((await callAgain(url, name)).isError).toBe(false);
    });

    it("shows names and ids, and only applies to these ids", async () => {
      const { url } = await gateway.serverUrl(config);
      const [first, second] = [freshName(), freshName()];
      const idOf = async (name: string) =>
        (JSON.parse((await approvedCall(url, "create_team", { name })).text) as { id: string }).id;
      const [firstId, secondId] = [await idOf(first), await idOf(second)];
      const rename = { team_id: first, description: "after the approval" };
      const id = linkIn((await callTool(url, "update_team", rename)).text)!;
      const shown = (await listWaiting(gateway.core)).find((one) => one.id === id)!;
      expect(argsOf(shown.args)["team_id"]).toBe(firstId);
      expect(Object.values(shown.resolved)).toMatchObject([{ given: first, id: firstId, name: first }]);
      await decideApproval(gateway.core, id, "approved", act);
      // The name moves to another team before the call is repeated.
      await approvedCall(url, "update_team", { team_id: firstId, name: `${first} before` });
      await approvedCall(url, "update_team", { team_id: secondId, name: first });
      // A process that has not cached the list sees the new meaning of the name.
      const replica = await testGateway(gateway);
      try {
        const moved = await callTool(url.replace(gateway.url, replica.url), "update_team", rename);
        expect(kindOf(moved.text), moved.text).toBe("approval_needed");
        expect(linkIn(moved.text)).not.toBe(id);
      } finally {
        await replica.close();
      }
    });

    it("needs two people if the server URL says so", async () => {
      const { url } = await gateway.serverUrl({ ...config, approvals_needed: 2 });
      const name = freshName();
      const id = await waiting(url, name);
      const by = (actor: string) => decideApproval(gateway.core, id, "approved", { ...act, actor });
      await by("ada");
      expect(kindOf((await callAgain(url, name)).text)).toBe("approval_needed");
      await expect(by("ada")).rejects.toThrow("second person");
      await by("grace");
      expect((await callAgain(url, name)).isError).toBe(false);
    });

    it("can only be given by the people in the server URL, by the names they enter if no provider signs them in", async () => {
      const { url } = await gateway.serverUrl({ ...config, approvers: ["ada"] });
      const name = freshName();
      const id = await waiting(url, name);
      const by = (actor: string) => decideApproval(gateway.core, id, "approved", { ...act, actor });
      await expect(by("grace")).rejects.toThrow("Only ada may approve");
      await by("ada");
      expect((await callAgain(url, name)).isError).toBe(false);
    });

    it("cannot be given by the person who made the call", async () => {
      const { url } = await gateway.serverUrl(config);
      const id = await waiting(url, freshName());
      await gateway.core.store.db
        .updateTable("approvals")
        .set({ subject: "oauth:ada" })
        .where("id", "=", id)
        .execute();
      await expect(decideApproval(gateway.core, id, "approved", { ...act, actor: "ada" })).rejects.toThrow(
        "somebody else",
      );
      await decideApproval(gateway.core, id, "approved", { ...act, actor: "grace" });
    });

    it("in a client's form is not blocked by pending links", async () => {
      const either = { ...config, confirm_by: "either" } as const;
      const { url } = await gateway.serverUrl(either);
      await withClient(connect(url), async (client) => {
        for (let at = 0; at < 20; at += 1) await client.call("create_team", { name: `link ${at}` });
        expect(kindOf((await client.call("create_team", { name: "one too many" })).text)).toBe("busy");
      });
      const made = await withClient(
        asking["client 2.x, revisions before 2026-07-28"]!(url, () => yes),
        (client) => client.call("create_team", { name: freshName() }),
      );
      expect(made.isError, made.text).toBe(false);
    });

    it("is also needed for the list of a name look-up, which the log records", async () => {
      const { id, url } = await gateway.serverUrl({ surface, confirm: ["list_teams"] });
      const told = await callTool(url, "update_team", { team_id: "Payments", description: "x" });
      expect(kindOf(told.text)).toBe("approval_needed");
      expect(told.text).toContain("A person must approve calls of list_teams");
      const open = await gateway.serverUrl({ surface });
      await callTool(open.url, "update_team", { team_id: "Payments", description: "looked up" });
      const looked = await readLog(gateway.core, { server_id: open.id, action: "lookup" });
      expect(looked.result[0]).toMatchObject({ tool: "list_teams", access: "list", outcome: "ok" });
      expect((await readLog(gateway.core, { server_id: id, action: "lookup" })).result).toEqual([]);
    });

    it("can wait with at most twenty others", async () => {
      const { url } = await gateway.serverUrl(config);
      await withClient(connect(url), async (client) => {
        for (let at = 0; at < 20; at += 1) await client.call("create_team", { name: `many ${at}` });
        expect(kindOf((await client.call("create_team", { name: "one too many" })).text)).toBe("busy");
      });
    });
  },
);
