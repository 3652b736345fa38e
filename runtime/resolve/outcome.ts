import { printPath } from "../arguments/path.js";
import type { ArgumentFault } from "../contract/fault.js";
import type { Resolved } from "../pipeline/before-send.js";
import { isSeveral } from "./asked.js";
import type { Lookup, Meaning, MeaningOf } from "./meaning.js";

/** The result for one argument: the text to send, its faults, and the resolved names. */
export interface LookupOutcome {
  readonly text: string;
  readonly misses: readonly ArgumentFault[];
  readonly resolved: Readonly<Record<string, Resolved>>;
}

/** Looks one argument up. It may be a list of names with commas. */
export async function outcomeOf(lookup: Lookup, meaningOf: MeaningOf): Promise<LookupOutcome> {
  const { at, text } = lookup.asked;
  if (isSeveral(lookup.asked)) return outcomeOfParts(lookup, meaningOf);
  return outcomeAt(at, text, await meaningOf(text, lookup));
}

type Path = Lookup["asked"]["at"];

function outcomeAt(at: Path, given: string, meaning: Meaning): LookupOutcome {
  const argument = printPath(at);
  if ("fault" in meaning) return { text: given, misses: [{ ...meaning.fault, argument }], resolved: {} };
  const { text, resolved } = meaning;
  return { text, misses: [], resolved: resolved ? { [argument]: resolved } : {} };
}

async function outcomeOfParts(lookup: Lookup, meaningOf: MeaningOf): Promise<LookupOutcome> {
  const { at, text } = lookup.asked;
  const parts = text.split(",");
  const meanings = await Promise.all(parts.map((part) => meaningOf(part.trim(), lookup)));
  // A name may contain a comma.
  const whole = meanings.every((part) => "fault" in part) ? await meaningOf(text, lookup) : undefined;
  if (whole && "text" in whole) return outcomeAt(at, text, whole);
  const outcomes = meanings.map((meaning, index) => outcomeAt([...at, index], parts[index]!, meaning));
  const isChanged = meanings.some((part) => "resolved" in part && part.resolved !== undefined);
  return {
    text: isChanged ? outcomes.map((part) => part.text).join(",") : text,
    misses: outcomes.flatMap(({ misses }) => misses),
    resolved: Object.assign({}, ...outcomes.map(({ resolved }) => resolved)) as LookupOutcome["resolved"],
  };
}
