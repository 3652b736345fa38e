import { isDeepStrictEqual } from "node:util";
import { change, type Change } from "../change.js";
import type { SchemaComparison } from "./compare.js";
import type { AnswerContract } from "./operation.js";
import { typeOf } from "./say.js";

type Answers = ReadonlyMap<string, AnswerContract>;

/** Compares the successful answers of an operation: statuses, media types and all fields. */
export function answerChanges(before: Answers, after: Answers, comparison: SchemaComparison): Change[] {
  const pairs = pairsOf(before, after);
  return [
    ...statusChanges(before, after),
    ...pairs.flatMap(([was, is]) => contentChanges(before.get(was)!, after.get(is)!, comparison)),
  ];
}

/** Pairs answers of the same status. If the answer with content has another status now, those two form a pair. */
function pairsOf(before: Answers, after: Answers): [string, string][] {
  const same = [...before.keys()].filter((status) => after.has(status));
  const [lost, won] = [left(before, after), left(after, before)];
  return [
    ...same.map((status): [string, string] => [status, status]),
    ...(lost && won ? [[lost, won] as [string, string]] : []),
  ];
}

/** A status that only one side has, preferably one with content. */
function left(one: Answers, other: Answers): string | undefined {
  const alone = [...one].filter(([status]) => !other.has(status));
  return (alone.find(([, { node }]) => node) ?? alone[0])?.[0];
}

function statusChanges(before: Answers, after: Answers): Change[] {
  const lost = [...before.keys()].filter((status) => !after.has(status));
  const won = [...after.keys()].filter((status) => !before.has(status));
  return [
    ...won.map((status) =>
      status === "202"
        ? change(
            "answer-asynchronous",
            "may be 202: the work goes on after the answer. Its description needs poll, or must say how to wait",
            { at: "answer" },
          )
        : change("answer-status-added", `may be ${status}`, { at: "answer" }),
    ),
    ...lost.map((status) => change("answer-status-gone", `is no longer ${status}`, { at: "answer" })),
  ];
}

function contentChanges(
  before: AnswerContract,
  after: AnswerContract,
  comparison: SchemaComparison,
): Change[] {
  const at = "answer";
  if (before.node && after.node) {
    const added = isDeepStrictEqual(before.media, after.media)
      ? []
      : [mediaChange(before, after, "answer-limit-changed")];
    return [...added, ...comparison.changes(before.node, after.node, "answer", at)];
  }
  if (before.node)
    return after.media.length > 0
      ? [mediaChange(before, after, "answer-media-changed")]
      : [change("answer-lost", `is empty; it held ${typeOf(before.node)} before`, { at })];
  if (after.node)
    return before.media.length > 0
      ? [mediaChange(before, after, "answer-media-changed")]
      : [change("answer-added", `holds ${typeOf(after.node)}, and held nothing`, { at })];
  return isDeepStrictEqual(before.media, after.media)
    ? []
    : [mediaChange(before, after, "answer-media-changed")];
}

function mediaChange(
  before: AnswerContract,
  after: AnswerContract,
  kind: "answer-media-changed" | "answer-limit-changed",
): Change {
  const said = ({ media }: AnswerContract) => (media.length === 0 ? "nothing" : media.join(", "));
  return change(kind, `is ${said(after)}, and was ${said(before)}`, { at: "answer" });
}
