import { isDeepStrictEqual } from "node:util";
import { change, type Change } from "../change.js";
import type { SchemaComparison } from "./compare.js";
import type { AnswerContract } from "./operation.js";
import { typeOf } from "./say.js";

type Answers = ReadonlyMap<string, AnswerContract>;

/** What an operation answers on success, compared in full: statuses, media types and every field. */
export function answerChanges(before: Answers, after: Answers, comparison: SchemaComparison): Change[] {
  const pairs = pairsOf(before, after);
  return [
    ...statusChanges(before, after),
    ...pairs.flatMap(([was, is]) => contentChanges(before.get(was)!, after.get(is)!, comparison)),
  ];
}

/** Answers of the same status, and where the one that has content moved, those. */
function pairsOf(before: Answers, after: Answers): [string, string][] {
  const same = [...before.keys()].filter((status) => after.has(status));
  const [lost, won] = [left(before, after), left(after, before)];
  return [
    ...same.map((status): [string, string] => [status, status]),
    ...(lost && won ? [[lost, won] as [string, string]] : []),
  ];
}

/** A status that only one side has, one with content first. */
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
            "may be 202: the work goes on after the answer. Its words need poll, or say how to wait",
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
      : [change("answer-lost", `holds nothing any more; it held ${typeOf(before.node)}`, { at })];
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
