import { sanitise, TooDeep, type Redactor } from "../answer/sanitise.js";
import { presentAnswer, presentItems, type Presenting } from "../answer/present-answer.js";
import type { Gathered } from "../answer/present.js";
import type { CallContext } from "../contract/caller.js";
import type { Answered, Remarks } from "../contract/outcome.js";
import type { ToolModule } from "../contract/tool.js";
import { isRead } from "../upstream/about.js";
import { faultOfUnreadable } from "../upstream/send-faults.js";
import type { Call, Fetched } from "./exchange.js";
import type { Sendable } from "./before-send.js";
import type { Taken } from "./shared-arguments.js";

/** Makes the results of a caller's calls. */
export interface Show {
  /** @param context a program gets its answers without a token cut */
  presenting(
    tool: ToolModule,
    taken: Pick<Taken, "shaping" | "plain">,
    remarks: Remarks,
    context: CallContext,
  ): Presenting;
  answer(call: Call, fetched: Fetched, presenting: Presenting): Promise<Answered>;
  /** @param weight of all answers with the items */
  items(call: Call, gathered: Gathered, presenting: Presenting, weight: number): Promise<Answered>;
}

/** A checked and resolved call, and how its result is presented. */
export interface Prepared {
  readonly sendable: Sendable;
  readonly presenting: Presenting;
}

/** The size limits of a result. */
export interface Sizes {
  /** Tokens of its text. */
  readonly budget: number;
  /** Bytes of a file in it. */
  readonly mostMediaBytes: number;
}

export function createShow(title: string, redactor: Redactor, { budget, mostMediaBytes }: Sizes): Show {
  const clean = (value: unknown) => sanitise(value, redactor);

  async function readable(call: Call, present: () => Promise<Answered>): Promise<Answered> {
    try {
      return await present();
    } catch (error) {
      // A value that is nested too deeply ends the visit in one of these two ways.
      if (!(error instanceof TooDeep) && !(error instanceof RangeError)) throw error;
      const message = `${title}'s answer nests too deeply to be read.`;
      throw faultOfUnreadable({ kind: "upstream_unreadable", message }, call.about);
    }
  }

  return {
    presenting: (tool, { shaping, plain }, remarks, { program }) => ({
      title,
      read: isRead(tool),
      shaping,
      plain,
      budget: program ? Infinity : budget,
      mostMediaBytes,
      remarks,
      weight: 0,
      clean,
    }),
    answer: (call, { content, headers, weight }, presenting) =>
      readable(call, () => presentAnswer(content, headers, { ...presenting, weight })),
    items: (call, gathered, presenting, weight) =>
      readable(call, () => presentItems(gathered, { ...presenting, weight })),
  };
}
