import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as FirstTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { beforeEach, describe, expect, it } from "vitest";
import { decideApproval } from "../../gateway/consent/decisions.js";
import { call, makeServer, type TestGateway } from "./kit/gateway.js";
import { useReplicas } from "./kit/replicas.js";

/*
 * Approvals work across replicas: the waiting call, the decision and the repeated call may be at different replicas.
 * The fake API records each call.
 */
const on = useReplicas();
const act = { actor: "Ada", requestId: "test" };
const args = { name: "Payments" };

let token: string;
beforeEach(async () => {
  ({ token } = await makeServer(on.one, on.account, {
    confirm: "write",
    confirm_by: "either",
    surface: "full",
  }));
  on.stub.arrived.length = 0;
});

const made = () => on.stub.arrived.filter(({ method }) => method === "POST").length;
const create = (replica: TestGateway, given: object = args) =>
  call(`${replica.url}/mcp/${token}`, "create_team", given);

async function kindOf(answer: ReturnType<typeof create>): Promise<string> {
  const { value } = await answer;
  return (value as { error?: { kind: string } }).error?.kind ?? "made";
}

/** Makes a call that asks, and returns its pending approval. */
async function waiting(replica: TestGateway): Promise<string> {
  const { result } = await create(replica);
  return /\/approvals\/(apr_[0-9a-z]+)/.exec(result!.content![0]!.text)![1]!;
}

describe("an approval", () => {
  it("requested at one replica and given at the other is used once, by the first call", async () => {
    const id = await waiting(on.one);
    expect(await waiting(on.two)).toBe(id);
    await decideApproval(on.two.gateway.core, id, "approved", act);
    const replicas = [on.one, on.two, on.one, on.two, on.one, on.two];
    const answers = await Promise.all(replicas.map((replica) => kindOf(create(replica))));
    expect(answers.filter((kind) => kind === "made")).toHaveLength(1);
    expect(answers.filter((kind) => kind === "approval_needed")).toHaveLength(5);
    expect(made()).toBe(1);
  });

  it("does not apply to other arguments or another token at the other replica", async () => {
    await decideApproval(on.one.gateway.core, await waiting(on.one), "approved", act);
    expect(await kindOf(create(on.two, { name: "Checkout" }))).toBe("approval_needed");
    const first = token;
    ({ token } = await makeServer(on.two, on.account, { confirm: "write", surface: "full" }));
    expect(await kindOf(create(on.two))).toBe("approval_needed");
    token = first;
    expect(await kindOf(create(on.two))).toBe("made");
  });

  it("refused at one replica is refused at the other, and stays refused", async () => {
    const id = await waiting(on.one);
    await decideApproval(on.one.gateway.core, id, "refused", act);
    expect(await kindOf(create(on.two))).toBe("not_approved");
    await expect(decideApproval(on.two.gateway.core, id, "approved", act)).rejects.toThrow("decided already");
    on.pass(2 * 60_000 + 1_000);
    expect(await kindOf(create(on.two))).toBe("approval_needed");
    expect(made()).toBe(0);
  });

  it("decided at both replicas at once is decided once", async () => {
    const id = await waiting(on.one);
    const decided = await Promise.allSettled([
      decideApproval(on.one.gateway.core, id, "approved", act),
      decideApproval(on.two.gateway.core, id, "refused", act),
    ]);
    expect(decided.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const wasApproved = decided[0].status === "fulfilled";
    expect(await kindOf(create(on.two))).toBe(wasApproved ? "made" : "not_approved");
  });

  it("by two people at both replicas at once counts for both, and for one person once", async () => {
    ({ token } = await makeServer(on.one, on.account, {
      ...{ confirm: "write", surface: "full", approvals_needed: 2 },
    }));
    const cores = [on.one.gateway.core, on.two.gateway.core];
    for (let round = 0; round < 10; round += 1) {
      const call = { name: `Round ${round}` };
      const { text } = await create(on.one, call);
      const id = /\/approvals\/(apr_[0-9a-z]+)/.exec(text)![1]!;
      const byAll = (...names: string[]) =>
        Promise.allSettled(
          names.map((actor, at) => decideApproval(cores[at % 2]!, id, "approved", { ...act, actor })),
        );
      const twice = await byAll("Ada", "Ada");
      expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await kindOf(create(on.two, call))).toBe("approval_needed");
      expect((await byAll("Grace", "Alan")).map(({ status }) => status)).toContain("fulfilled");
      expect(await kindOf(create(on.two, call))).toBe("made");
      const other = { name: `Another in round ${round}` };
      const next = /\/approvals\/(apr_[0-9a-z]+)/.exec((await create(on.one, other)).text)![1]!;
      const both = ["Ada", "Grace"].map((actor, at) =>
        decideApproval(cores[at]!, next, "approved", { ...act, actor }),
      );
      await Promise.all(both);
      expect(await kindOf(create(on.two, other))).toBe("made");
    }
  });
});

/** Sends requests to one replica and answers to the other, as a load balancer may do. */
const split: typeof fetch = (input, init) => {
  const url = String(input);
  const body = typeof init?.body === "string" ? (JSON.parse(init.body) as { method?: string }) : {};
  const isAnswer = body.method === undefined && init?.method === "POST";
  return fetch(isAnswer ? url.replace(on.one.url, on.two.url) : url, init);
};

describe("a client that gets the question from one replica and answers to the other", () => {
  const info = { name: "test", version: "1" };
  const options = { capabilities: { elicitation: {} } };
  const answer = (yes: boolean) =>
    yes ? { action: "accept" as const, content: { approve: true } } : { action: "decline" as const };

  it.each([
    [true, "made", 1],
    [false, "not_approved", 0],
  ] as const)("works with sdk 1.x, with %s", async (yes, kind, calls) => {
    const client = new FirstClient(info, options);
    client.setRequestHandler(ElicitRequestSchema, () => answer(yes));
    await client.connect(new FirstTransport(new URL(`${on.one.url}/mcp/${token}`), { fetch: split }));
    const result = await client.callTool({ name: "create_team", arguments: args });
    const [{ text }] = result.content as [{ text: string }];
    expect((JSON.parse(text) as { error?: { kind: string } }).error?.kind ?? "made").toBe(kind);
    expect(made()).toBe(calls);
    await client.close();
  });

  it("works with revision 2026-07-28, which sends the answer with a new call", async () => {
    let asked = 0;
    // Requests alternate between the replicas.
    const inTurns: typeof fetch = (input, init) =>
      fetch((asked += 1) % 2 ? String(input) : String(input).replace(on.one.url, on.two.url), init);
    const client = new Client(info, { ...options, versionNegotiation: { mode: { pin: "2026-07-28" } } });
    client.setRequestHandler("elicitation/create", () => answer(true));
    await client.connect(
      new StreamableHTTPClientTransport(new URL(`${on.one.url}/mcp/${token}`), { fetch: inTurns }),
    );
    const result = await client.callTool({ name: "create_team", arguments: args });
    expect(result.isError).toBeUndefined();
    expect(made()).toBe(1);
    await client.close();
  });
});
