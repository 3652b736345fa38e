import { afterEach } from "vitest";
import { z } from "zod";
import type { PollPlan, ToolModule } from "../../../runtime/contract/tool.js";
import { Status, type FireStub } from "../kit/fire-stub.js";
import { bench, json, readTool, writeTool, type Bench } from "../kit/stub.js";

const plan: PollPlan = {
  tool: "get_job",
  arguments: { job_id: "answer.id" },
  everySeconds: 0.05,
  atMostSeconds: 30,
  done: "now.state == 'done'",
  failed: "now.state == 'failed'",
};

export const start = (poll: Partial<PollPlan> = {}): ToolModule =>
  writeTool(
    { job_id: z.string().optional() },
    { name: "start_job", poll: { ...plan, ...poll } },
    { path: "/jobs", body: { type: "application/json", as: "json" } },
  );

const getJob = readTool(
  { job_id: z.string() },
  { name: "get_job", view: ["id", "state"] },
  { path: "/jobs/{job_id}" },
);

export const tools = { load: async () => getJob, served: (name: string) => name };

let open: Bench | FireStub | undefined;

afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** Closes it after the test. */
export function closeAfter(started: Bench | FireStub): void {
  open = started;
}

/** An API with a job that changes its state with each poll. The last state stays. */
export async function jobs(
  states: readonly unknown[],
  options: Parameters<typeof bench>[1] = {},
  admits: () => boolean = () => true,
): Promise<Bench & { looks(): number }> {
  let looks = 0;
  const made = await bench(
    (request, response) => {
      if (!admits()) return json(response, {}, 429);
      if (request.method === "POST") return json(response, { id: "j1", state: "queued" }, 202);
      const state = states[Math.min(looks++, states.length - 1)];
      if (state instanceof Status) return json(response, state.value, state.status, state.headers);
      return json(response, typeof state === "string" ? { id: "j1", state, noise: 1 } : state);
    },
    { tools, ...options },
  );
  closeAfter(made);
  return { ...made, looks: () => looks };
}
