import type { Answered } from "../contract/outcome.js";
import type { PollPlan, ToolModule } from "../contract/tool.js";
import { watch } from "../wait/follow.js";
import { waitRemark } from "../wait/remark.js";
import type { Call, Exchange } from "./exchange.js";
import { showingArguments, takeSharedArguments } from "./shared-arguments.js";
import type { Prepared, Show } from "./show.js";

/** The tools that exist for the client beside the one that is called. */
export interface OtherTools {
  load(name: string): Promise<ToolModule>;
  /** The name under which the client knows it; undefined for a tool that doesn't exist for it. */
  served(name: string): string | undefined;
}

export interface WaitingParts {
  readonly exchange: Exchange;
  readonly show: Show;
  /** Without it no work is followed. */
  readonly tools?: OtherTools;
}

/** Starts work and follows it until it is finished or the client's patience ends. */
export async function startAndWait(
  call: Call,
  { plan, seconds }: { readonly plan: PollPlan; readonly seconds: number },
  { sendable, presenting }: Prepared,
  { exchange, show, tools }: WaitingParts,
): Promise<Answered> {
  const { args } = sendable;
  const served = tools?.served(plan.tool);
  const polled = served === undefined ? undefined : await tools!.load(plan.tool);
  return call.pass(sendable, async (request) => {
    const follow = await watch({ call, exchange, plan, polled, args, seconds });
    const started = await exchange(call, args, request);
    call.time.extend(seconds * 1000);
    const followed = await follow(started);
    const remarks = { ...presenting.remarks, waited: waitRemark(followed, plan, served) };
    if (followed.state === "open" || !polled) return show.answer(call, started, { ...presenting, remarks });
    // `view` and `fields` are for what is shown, which is the polled tool's answer.
    const taken = takeSharedArguments(polled, showingArguments(call.about.args, args));
    return show.answer(call, followed.now, show.presenting(polled, taken, remarks));
  });
}
