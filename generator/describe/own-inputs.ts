import type { RequestPlan } from "../../runtime/contract/tool.js";
import type { Input, Operation } from "../model/operation.js";
import { pointer, type ProblemList } from "../model/problem.js";
import { didYouMean } from "./did-you-mean.js";
import { argumentWordsOf, type CommonWords, type PartialWords } from "./words.js";

/**
 * The operations with the arguments that descriptions give them: other names than the API's, and lists where the API
 * takes one text with commas.
 */
export function withOwnInputs(
  operations: readonly Operation[],
  words: ReadonlyMap<string, PartialWords>,
  common: CommonWords,
  problems: ProblemList,
): Operation[] {
  return operations.map((operation) => {
    const own = words.get(operation.key);
    if (own) reportNames(own, operation, problems);
    const inputs = operation.inputs.map((input) => renamed(listed(input, own, common, problems), own));
    const isSame = inputs.every((input, index) => input === operation.inputs[index]);
    return isSame ? operation : withInputs(operation, inputs, own);
  });
}

/** The arguments of a plan that callers may give as a list, or as one text with commas. */
export function commaLists({ query, body }: Pick<RequestPlan, "query" | "body">): string[] {
  return Object.entries({ ...body?.fields, ...query })
    .flatMap(([wire, { commas, argument = wire }]) => (commas ? [argument] : []))
    .sort();
}

/** The answer is read only when it is needed, so a copy must not read it. */
function withInputs(
  operation: Operation,
  inputs: readonly Input[],
  own: PartialWords | undefined,
): Operation {
  const { body } = operation;
  const whole = body?.whole === undefined ? undefined : nameOf(body.whole, own);
  return Object.defineProperties({} as Operation, {
    ...Object.getOwnPropertyDescriptors(operation),
    inputs: { value: inputs, enumerable: true },
    ...(whole === undefined ? {} : { body: { value: { ...body, whole }, enumerable: true } }),
  });
}

function nameOf(argument: string, own: PartialWords | undefined): string {
  return own?.argument_names?.[argument] ?? argument;
}

function renamed(input: Input, own: PartialWords | undefined): Input {
  const name = nameOf(input.argument, own);
  if (name === input.argument) return input;
  const { argument: _, ...placement } = input.placement;
  return {
    ...input,
    argument: name,
    placement: name === input.wire ? placement : { argument: name, ...placement },
  };
}

function listed(
  input: Input,
  own: PartialWords | undefined,
  common: CommonWords,
  problems: ProblemList,
): Input {
  // Common words are of the API's names, because they hold for many operations.
  const given = argumentWordsOf(own?.arguments?.[nameOf(input.argument, own)]);
  const shared = input.in === "query" || input.in === "body" ? common[input.in]?.[input.argument] : undefined;
  const isList = given.list ?? (own !== undefined && argumentWordsOf(shared).list);
  if (isList !== true) return input;
  const isText = input.shape.kind === "text" && (input.in === "query" || input.in === "body");
  if (!isText) {
    if (given.list) {
      const what = `${input.argument} is not a text, so it can't be a list that is sent as one.`;
      problems.error("list-of-no-text", own!.at + pointer("arguments", input.argument), what, "delete list:");
    }
    return input;
  }
  return {
    ...input,
    shape: { kind: "list", of: { kind: "text" } },
    placement: { ...input.placement, commas: true },
  };
}

function reportNames(words: PartialWords, { inputs }: Operation, problems: ProblemList): void {
  const known = inputs.map(({ argument }) => argument);
  for (const [argument, name] of Object.entries(words.argument_names ?? {})) {
    const at = words.at + pointer("argument_names", argument);
    if (!known.includes(argument)) {
      const what = `${words.name} takes no argument ${argument}.`;
      problems.error("unknown-argument", at, what, didYouMean(argument, known));
    } else if (known.includes(name)) {
      const what = `${words.name} takes an argument ${name} already.`;
      problems.error("argument-name-taken", at, what, "choose another name");
    }
  }
}
