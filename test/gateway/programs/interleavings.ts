import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { api } from "../../../generated/firehydrant/index.js";
import { decideApproval } from "../../../gateway/consent/decisions.js";
import { createConsent } from "../../../gateway/consent/consent.js";
import { getApproval } from "../../../gateway/consent/shown-approvals.js";
import { createServerPrograms } from "../../../gateway/programs/program-records.js";
import { callDigest } from "../../../gateway/serve/call-digest.js";
import type { CallScope } from "../../../gateway/serve/call-scope.js";
import {
  createRegistry,
  type CallContext,
  type CallOutcome,
  type ReadyCall,
} from "../../../runtime/index.js";
import { createMcpService } from "../../../runtime/serving.js";
import { act, testGateway, type TestGateway } from "../page/kit.js";

/*
 * Programs are interrupted, resumed, resumed twice at once, approved and refused in any order, and the process dies at
 * any step of a write. A write must never be sent twice, and none without its approval.
 */

let gateway: TestGateway;
let serverId: string;

const registry = createRegistry(api.catalogue, {
  surface: "code",
  selection: { allow: ["create_team", "create_service", "list_teams"] },
});

/** Where the process dies, if it does. */
const deaths = ["never", "before the note", "before sending", "before the answer", "before the end"] as const;
type Death = (typeof deaths)[number];

type Step =
  | { readonly kind: "approve" | "refuse" | "wait" }
  | { readonly kind: "resume"; readonly death: Death; readonly twice: boolean };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.constantFrom<Step>({ kind: "approve" }, { kind: "approve" }, { kind: "refuse" }, { kind: "wait" }),
    fc.record({
      kind: fc.constant("resume" as const),
      death: fc.constantFrom(...deaths),
      twice: fc.boolean(),
    }),
  ),
  { minLength: 2, maxLength: 8 },
);

/** One account's side: what was sent, and what was approved. */
interface World {
  readonly sent: string[];
  readonly approved: Set<string>;
  /** What was sent without an approval. */
  readonly unapproved: string[];
  readonly reads: { count: number };
}

/** A process of the gateway with its own memory. It dies at a step, and then does nothing more. */
function oneProcess(world: World, death: Death) {
  const { core } = gateway;
  const life = new AbortController();
  const die = (at: Death) => {
    if (death === at) life.abort();
    life.signal.throwIfAborted();
  };
  /** What a dead process never does. */
  const alive =
    <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> =>
      life.signal.aborted ? new Promise(() => {}) : work(...args);
  const consent = createConsent(core);
  const programs = createServerPrograms({
    core,
    serverId,
    consent,
    programMs: 1000,
    report: () => {},
    asking: {
      catalogue: api.catalogue,
      accountId: gateway.accountId,
      serverId,
      serverName: "For tests",
      confirm: ["create_team"],
      confirmBy: "page",
      approvalsNeeded: 1,
      waitMinutes: 10,
      mayRepeat: false,
    },
  });
  const service = createMcpService({
    // The types of answers play no part here.
    api: { ...api, answers: undefined },
    registry,
    version: "0",
    report: () => {},
    programs: {
      records: {
        ...programs,
        stop: alive(programs.stop),
        ended: alive(async (record) => {
          die("before the end");
          await programs.ended(record);
        }),
      },
      limits: { seconds: 20 },
    },
    caller: {
      async call(tool, args, context): Promise<CallOutcome> {
        life.signal.throwIfAborted();
        const ready = { purpose: "call", tool, args, context } as unknown as ReadyCall;
        if (tool.annotations.readOnlyHint) {
          // What a program reads may change between its runs.
          world.reads.count += 1;
          return { value: { items: [{ name: `read ${world.reads.count % 3}` }] } };
        }
        const held = programs.admit(ready, tool.name === "create_team");
        if (held) return held;
        die("before the note");
        await programs.sending(ready);
        die("before sending");
        world.sent.push(`${tool.name} ${JSON.stringify(args)}`);
        if (tool.name === "create_team" && !world.approved.has(callDigest(core.keys, tool.name, args)))
          world.unapproved.push(JSON.stringify(args));
        die("before the answer");
        return { value: { id: "1" } };
      },
      close: async () => {},
    },
  });
  const scope: Partial<CallScope> = { requestId: "r", address: "127.0.0.1", publicUrl: gateway.url };
  const context: CallContext = { signal: life.signal, scope };
  return {
    /** The answer; undefined if the process died. */
    async run(args: object) {
      const died = new Promise<undefined>((resolve) =>
        life.signal.addEventListener("abort", () => resolve(undefined)),
      );
      const outcome = await Promise.race([service.callTool("run_write", { ...args }, context), died]);
      return outcome && service.resultOf(outcome).content[0].text;
    },
  };
}

let serial = 0;

/** Declares the test, of so many interleavings. */
export function tryInterleavings(runs: number): void {
  beforeAll(async () => {
    gateway = await testGateway();
    // Only processes die here, and not the machine, so no commit has to wait for the disk.
    await sql`pragma synchronous = off`.execute(gateway.core.store.db);
    serverId = (await gateway.serverUrl({ surface: "code", confirm: ["create_team"] })).id;
  });
  afterAll(() => gateway.close());

  it(`sends no write twice and none without approval, over ${runs} interleavings`, async () => {
    const total = { sent: 0, approved: 0 };
    const one = fc.asyncProperty(steps, async (order) => {
      const world = await playOut(order);
      expect(world.sent.length).toBe(new Set(world.sent).size);
      expect(world.unapproved).toEqual([]);
      total.sent += world.sent.length;
      total.approved += world.approved.size;
    });
    await fc.assert(one, { numRuns: runs, seed: 17 });
    // They are not empty runs: each program writes at least once, and most get an approval.
    expect(total.sent).toBeGreaterThan(runs);
    expect(total.approved).toBeGreaterThan(runs / 2);
  });
}

/** Starts a program and takes the steps. In the end a process that does not die goes on with it. */
async function playOut(order: readonly Step[]): Promise<World> {
  const world: World = { sent: [], approved: new Set(), unapproved: [], reads: { count: 0 } };
  const tag = `w${(serial += 1)}`;
  const program = `
    await api.create_service({ name: "${tag} a" });
    const { items } = await api.list_teams({});
    await Promise.all([api.create_team({ name: "${tag} b" }), api.create_team({ name: "${tag} c" })]);
    const more = await api.list_teams({});
    await api.create_service({ name: "${tag} " + more.items[0].name });
    try { await api.create_team({ name: "${tag} d" }) } catch {}
    return items.length`;
  const first = await oneProcess(world, "never").run({ program });
  const resume = /"resume":"(prg_\w+)"/.exec(first!)![1]!;
  let approval = /apr_[0-9a-z]+/.exec(first!)?.[0];
  for (const step of order) {
    if (step.kind === "wait") gateway.pass(100_000);
    else if (step.kind === "resume") {
      const started = Array.from({ length: step.twice ? 2 : 1 }, () =>
        oneProcess(world, step.death).run({ resume }),
      );
      for (const text of await Promise.all(started))
        approval = /apr_[0-9a-z]+/.exec(text ?? "")?.[0] ?? approval;
    } else if (approval) await decide(world, approval, step.kind);
  }
  // The time of a process that died is over by then.
  gateway.pass(1_000_000);
  await oneProcess(world, "never").run({ resume });
  return world;
}

/** A person decides, and the world notes what exactly was approved. */
async function decide(world: World, approval: string, how: "approve" | "refuse"): Promise<void> {
  const { args } = await getApproval(gateway.core, approval);
  const done = await decideApproval(
    gateway.core,
    approval,
    how === "approve" ? "approved" : "refused",
    act,
  ).then(
    () => true,
    () => false,
  );
  if (!done || how === "refuse") return;
  for (const [name, given] of Object.entries(args))
    if (name !== "program")
      world.approved.add(
        callDigest(gateway.core.keys, name.split(" ")[1]!, given as Record<string, unknown>),
      );
}
