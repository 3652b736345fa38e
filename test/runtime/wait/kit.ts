import { z } from "zod";
import type { PollPlan, ToolModule } from "../../../runtime/contract/tool.js";
import { readTool, writeTool } from "../kit/stub.js";

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
