import { randomUUID } from "node:crypto";
import { Agent } from "undici";
import { api } from "../../generated/firehydrant/index.js";
import { createRegistry, originCredentials, practiceTarget } from "../../runtime/index.js";
import { createApiCaller, createUpstream } from "../../runtime/serving.js";
import { byTurns, median, quantile } from "../kit/measure.js";
import { startStub } from "../kit/stub.js";
import { more, ms, ratioOf, row, times } from "../kit/table.js";

const TURNS = 10;
const CALLS_IN_TURN = 200;

/** The full pipeline in this process, against the same request and client without it. */
export async function benchPipeline(): Promise<void> {
  const stub = await startStub();
  const agent = new Agent();
  const tool = await api.load("get_incident");
  // Paced, but with a limit that never makes a call wait.
  const upstream = createUpstream({
    title: "FireHydrant",
    credentials: originCredentials(
      api.catalogue.api,
      practiceTarget(api.catalogue.api, stub.url, "fhb-bench"),
    ),
    pacing: { limit: 1_000_000, windowMs: 10_000 },
  });
  const caller = createApiCaller(api, createRegistry(api.catalogue), { baseUrl: stub.url, upstream });
  const works = {
    bare: async () => {
      const path = `/v1/incidents/${randomUUID()}`;
      return (await agent.request({ origin: stub.url, path, method: "GET" })).body.json();
    },
    whole: async () => {
      const context = { signal: new AbortController().signal };
      const { fault } = await caller.call(tool, { incident_id: randomUUID() }, context);
      if (fault) throw new Error("A call of the stub failed.");
    },
  };
  await byTurns(works, 2, 300);
  const { bare, whole } = await byTurns(works, TURNS, CALLS_IN_TURN);
  row("a call's pipeline: check, names, pace, shape", more(median(whole) - median(bare)), {
    against: `p99 ${more(quantile(whole, 0.99) - quantile(bare, 0.99))}; ${times(median(whole), median(bare), "undici's request")} (${ms(median(bare), 2)})`,
    aim: "+0.25 ms",
    ratio: ratioOf(whole, bare),
  });
  await Promise.all([caller.close(), agent.close()]);
  stub.close();
}
