import type { PollPlan } from "../contract/tool.js";
import type { Followed } from "./follow.js";

/**
 * The remark about waiting: how the work ended, or that it continues and what to call next.
 * @param served the client's name of the tool that shows the state
 */
export function waitRemark(followed: Followed, plan: PollPlan, served: string | undefined): object {
  if (followed.state !== "open") return { state: followed.state, shown_by: served };
  const { args, why } = followed;
  return {
    state: "accepted, not finished",
    why,
    next:
      served !== undefined && args
        ? { tool: served, arguments: args, every_seconds: plan.everySeconds }
        : undefined,
  };
}
