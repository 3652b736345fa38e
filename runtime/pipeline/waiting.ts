import { reshaped } from "../answer/outcome-text.js";
import type { Answered } from "../contract/outcome.js";
import type { PollPlan, ToolModule } from "../contract/tool.js";
import { waitRemark } from "../wait/remark.js";
import type { Call, Exchange } from "./exchange.js";
import { showingArguments, takeSharedArguments } from "./shared-arguments.js";
import type { Prepared, Show } from "./show.js";

/** The client's tools besides the called one. */
export interface OtherTools {
  load(name: string): Promise<ToolModule>;
  /** The client's name of a tool; undefined for a tool that does not exist for it. */
  served(name: string): string | undefined;
}

export interface WaitingParts {
  readonly exchange: Exchange;
  readonly show: Show;
  /** Without it no work is polled. */
  readonly tools?: OtherTools;
}

/** Starts work and polls it until it is finished or `wait_seconds` are over. */
export async function startAndWait(
  call: Call,
  { plan, seconds }: { readonly plan: PollPlan; readonly seconds: number },
  { sendable, presenting }: Prepared,
  { exchange, show, tools }: WaitingParts,
): Promise<Answered> {
  const { args } = sendable;
  const served = tools?.served(plan.tool);
  const polled = served === undefined ? undefined : await tools!.load(plan.tool);
  // Loaded when needed, with JMESPath.
  const { watch } = await import("../wait/follow.js");
  return call.pass(sendable, async (request) => {
    const follow = await watch({ call, exchange, plan, polled, args, seconds });
    const started = await exchange(call, args, request);
    call.time.extend(seconds * 1000);
    const followed = await follow(started);
    const remarks = { ...presenting.remarks, waited: waitRemark(followed, plan, served) };
    if (followed.state === "open" || !polled) return show.answer(call, started, { ...presenting, remarks });
    // `view` and `fields` apply to the shown result, which is the polled tool's answer.
    const { context } = call;
    const shown = showingArguments(call.about.args, args);
    const taken = await takeSharedArguments(polled, shown, context.program !== undefined);
    return reshaped(await show.answer(call, followed.now, show.presenting(polled, taken, remarks, context)));
  });
}
