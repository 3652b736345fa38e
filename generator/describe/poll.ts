import { z } from "zod";
import type { PollPlan } from "../../runtime/contract/tool.js";
import type { Operation } from "../model/operation.js";
import { pointer, type ProblemList } from "../model/problem.js";
import type { Field, Shape } from "../model/shape.js";
import { checkExpression } from "./expression.js";
import { didYouMean } from "./did-you-mean.js";
import { report } from "./words.js";

const wordsAlone = z.strictObject({ says: z.string().trim().min(1) });

const wordsAndPlan = z.strictObject({
  says: z.string().trim().min(1).optional(),
  tool: z.string(),
  arguments: z.record(z.string(), z.string()).default({}),
  every_seconds: z.number().positive(),
  at_most_seconds: z.number().positive(),
  done: z.string(),
  failed: z.string().optional(),
});

type RawPlan = z.infer<typeof wordsAndPlan>;

/** How to wait for work that continues after the answer: the text for the model, and the plan for the runtime. */
export interface Poll {
  readonly says: string;
  /** Absent if no operation shows whether the work is finished. */
  readonly plan?: PollPlan;
}

/** What a `poll:` block is checked against. */
export interface PollContext {
  /** The operation's place in its descriptions file. */
  readonly at: string;
  readonly operation: Operation;
  /** The served name of a tool, by its operation's key. */
  readonly nameOf: (key: string) => string | undefined;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly problems: ProblemList;
}

/**
 * Reads and checks a `poll:` block. Its tool must exist and get its required arguments. Its expressions must be
 * well-formed JMESPath and read only fields that the contract has. Its text must name the tool. An invalid block gives
 * nothing.
 */
export function pollOf(raw: unknown, context: PollContext): Poll | undefined {
  const planned = typeof raw === "object" && raw !== null && "tool" in raw;
  const parsed = (planned ? wordsAndPlan : wordsAlone).safeParse(raw);
  if (!parsed.success) {
    report(parsed.error, atPoll(context), [], context.problems);
    return undefined;
  }
  const says = parsed.data.says?.replaceAll(/\s+/g, " ").trim();
  return planned ? withPlan(says, parsed.data as RawPlan, context) : { says: says! };
}

function withPlan(given: string | undefined, raw: RawPlan, context: PollContext): Poll | undefined {
  const { operations, nameOf, operation, problems } = context;
  const at = atPoll(context);
  const polled = operations.get(raw.tool);
  const name = nameOf(raw.tool);
  if (!polled || name === undefined) {
    const fix = didYouMean(raw.tool, operations.keys());
    problems.error("unknown-operation", `${at}/tool`, `The contract has no operation ${raw.tool}.`, fix);
    return undefined;
  }
  const says = given ?? `The work goes on after the answer: ${name} shows its state.`;
  if (!says.split(/[^a-z0-9_]+/).includes(name)) {
    problems.error("poll-unnamed", `${at}/says`, `The description does not name ${name}, the tool to poll.`);
  }
  checkArguments(raw.arguments, name, polled, context);
  const call = scopeOf({ arguments: argumentsShape(operation), answer: operation.answer });
  for (const [argument, expression] of Object.entries(raw.arguments)) {
    checkExpression(expression, call, at + pointer("arguments", argument), problems);
  }
  const states = scopeOf({ before: polled.answer, now: polled.answer });
  checkExpression(raw.done, states, `${at}/done`, problems);
  if (raw.failed !== undefined) checkExpression(raw.failed, states, `${at}/failed`, problems);
  return { says: `${says} wait_seconds waits for that.`, plan: planOf(raw, name) };
}

function planOf(raw: RawPlan, tool: string): PollPlan {
  return {
    tool,
    arguments: raw.arguments,
    everySeconds: raw.every_seconds,
    atMostSeconds: raw.at_most_seconds,
    done: raw.done,
    failed: raw.failed,
  };
}

function checkArguments(
  given: RawPlan["arguments"],
  name: string,
  polled: Operation,
  { problems, ...context }: PollContext,
): void {
  const at = atPoll(context) + pointer("arguments");
  for (const { argument, required } of polled.inputs) {
    if (!required || argument in given) continue;
    problems.error(
      "poll-argument-missing",
      at,
      `${name} needs ${argument}.`,
      `add ${argument}: with its expression`,
    );
  }
  const known = polled.inputs.map(({ argument }) => argument);
  for (const argument of Object.keys(given).filter((one) => !known.includes(one))) {
    const what = `${name} takes no argument ${argument}.`;
    problems.error("unknown-argument", at + pointer(argument), what, didYouMean(argument, known));
  }
}

function scopeOf(members: Readonly<Record<string, Shape | undefined>>): Shape {
  const fields = Object.entries(members).map(([name, shape]): Field => {
    return { name, required: true, shape: shape ?? { kind: "anything" } };
  });
  return { kind: "record", fields };
}

function argumentsShape({ inputs }: Operation): Shape {
  return scopeOf(Object.fromEntries(inputs.map(({ argument, shape }) => [argument, shape])));
}

function atPoll({ at }: Pick<PollContext, "at">): string {
  return at + pointer("poll");
}
