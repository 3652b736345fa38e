import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { startApiStub, type Arrived, type ApiStub } from "../gateway/kit/api-stub.js";
import { createClock } from "../gateway/kit/clock.js";
import { call, makeAccount, makeServer } from "../gateway/kit/requests.js";
import { signIn } from "../gateway/kit/page-session.js";
import { makeBundle, type Bundle, type GatewayProcess } from "./kit.js";

/*
 * The bundle is killed with kill -9 while it runs a program whose writes need approval. It starts again on the same
 * data, and the program goes on, from several clients and again and again. The API must get each approved write once,
 * and the other one never.
 */

let bundle: Bundle;
let stub: ApiStub;
let gateway: GatewayProcess;
let token: string;
const clock = createClock();

const start = async () =>
  (gateway = await bundle.start("programs", { ...clock.env, STANDPIPE_BASE_URLS: stub.url }));

beforeAll(async () => {
  [bundle, stub] = await Promise.all([makeBundle(), startApiStub()]);
  await start();
  const config = { surface: "code", confirm: ["create_incident"] };
  ({ token } = await makeServer(gateway, await makeAccount(gateway, stub.url), config));
}, 180_000);
afterEach(() => (stub.held = undefined));
afterAll(async () => {
  await gateway.kill();
  await stub.close();
  await bundle.remove();
});

const programOf = (tag: string) => `
  await api.create_service({ name: "${tag} free" });
  try {
    await api.create_incident({ name: "${tag} approved", team_ids: ["Payments"] });
  } catch (error) {
    if (!error.may_have_happened) throw error;
  }
  await api.list_functionalities({});
  await api.create_incident({ name: "${tag} not approved" });`;

interface Step {
  /** The request that the API does not answer before the process dies. */
  readonly heldBy: (request: Arrived) => boolean;
  /** How often the API has the approved write by then. */
  readonly sent: number;
  readonly outcome: "done" | "unknown";
}

const steps: Readonly<Record<string, Step>> = {
  "before the approved write is sent": {
    // A new process looks the name up again, right before the write.
    heldBy: ({ method, path }) => method === "GET" && path === "/v1/teams",
    sent: 0,
    outcome: "done",
  },
  "when the write has arrived and is not answered": {
    heldBy: ({ method, path }) => method === "POST" && path === "/v1/incidents",
    sent: 1,
    outcome: "unknown",
  },
  "when the write is answered and its answer is not recorded": {
    heldBy: ({ path }) => path === "/v1/functionalities",
    sent: 1,
    outcome: "unknown",
  },
};

interface Answer {
  readonly kind: string;
  readonly resume?: string;
  readonly next?: string;
  readonly wanted?: readonly { readonly arguments: { readonly name: string } }[];
  readonly writes_made?: readonly object[];
}

async function run(args: object): Promise<Answer> {
  const { value } = await call(`${gateway.url}/mcp/${token}`, "run_write", args);
  return (value as unknown as { error: Answer }).error;
}

async function approve({ next }: Answer): Promise<void> {
  const id = /\/approvals\/(apr_[0-9a-z]+)/.exec(next!)![1]!;
  await (await signIn(gateway.url)).submit(`/approvals/${id}`, { decision: "approve" });
}

const sent = (name: string) =>
  stub.arrived.filter(({ method, body }) => method === "POST" && (body as { name?: string }).name === name)
    .length;

/** Answers until a request matches. That one is held. */
function holdAt(matches: Step["heldBy"]): Promise<void> {
  return new Promise((arrived) => {
    stub.reply = (request) => {
      if (matches(request)) {
        stub.held = new Promise(() => {});
        arrived();
      }
      const { method, path } = request;
      if (method !== "GET" || path !== "/v1/teams") return undefined;
      const teams = [{ id: "00000000-0000-4000-8000-00000000000a", name: "Payments" }];
      return { status: 200, value: { data: teams, pagination: { next: null } } };
    };
  });
}

it.each(Object.entries(steps))("kill -9 %s", async (tag, { heldBy, sent: before, outcome }) => {
  void holdAt(() => false);
  const stopped = await run({ program: programOf(tag) });
  expect(stopped).toMatchObject({ kind: "approval_needed", resume: expect.any(String) as string });
  const resume = stopped.resume!;
  // It also dies while the program waits for its approval.
  await gateway.kill();
  await start();
  expect((await run({ resume })).kind).toBe("approval_needed");
  expect(sent(`${tag} approved`)).toBe(0);
  await approve(stopped);
  const reached = holdAt(heldBy);
  const cut = run({ resume }).catch(() => undefined);
  await reached;
  await gateway.kill();
  await cut;
  expect(sent(`${tag} approved`)).toBe(before);

  stub.held = undefined;
  void holdAt(() => false);
  await start();
  expect((await run({ resume })).kind).toBe("busy");
  clock.pass(5 * 60_000);
  const both = await Promise.all([run({ resume }), run({ resume })]);
  expect(both.map(({ kind }) => kind)).toContain("approval_needed");
  const last = await run({ resume });
  expect(last).toMatchObject({
    kind: "approval_needed",
    wanted: [{ arguments: { name: `${tag} not approved` } }],
  });
  expect([sent(`${tag} free`), sent(`${tag} approved`), sent(`${tag} not approved`)]).toEqual([1, 1, 0]);
  const waiting = both.find(({ writes_made }) => writes_made);
  expect(waiting?.writes_made).toMatchObject([
    { tool: "create_service", outcome: "done" },
    { tool: "create_incident", outcome },
  ]);
});
