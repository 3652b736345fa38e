import { change, type Change, type ChangeKind } from "../change.js";

/** `request`: callers send the values, so a narrower schema breaks calls. `answer`: the API sends them. */
export type Side = "request" | "answer";

/** The kind of change for each fact about a schema, on each side. */
const KINDS = {
  required: { request: "argument-required", answer: "answer-field-always" },
  optional: { request: "argument-optional", answer: "answer-field-optional" },
  gone: { request: "argument-removed", answer: "answer-field-gone" },
  new: { request: "argument-added", answer: "answer-field-added" },
  type: { request: "type-changed", answer: "answer-type-changed" },
  less: { request: "type-narrowed", answer: "answer-type-narrowed" },
  more: { request: "type-widened", answer: "answer-type-widened" },
  "values-less": { request: "values-narrowed", answer: "answer-values-changed" },
  "values-more": { request: "values-widened", answer: "answer-values-changed" },
  tighter: { request: "limit-narrowed", answer: "answer-limit-changed" },
  looser: { request: "limit-widened", answer: "answer-limit-changed" },
  format: { request: "format-told", answer: "answer-limit-changed" },
  "no-format": { request: "format-untold", answer: "answer-limit-changed" },
  "null-more": { request: "null-taken", answer: "answer-null-added" },
  "null-less": { request: "null-refused", answer: "answer-null-gone" },
  deprecated: { request: "deprecated", answer: "deprecated" },
  undeprecated: { request: "undeprecated", answer: "undeprecated" },
} as const satisfies Record<string, Record<Side, ChangeKind>>;

export type Fact = keyof typeof KINDS;

/** A change of a schema. Texts are written for arguments, which take values; answers give them, so verbs are replaced. */
export function schemaChange(fact: Fact, side: Side, at: string, says: string): Change {
  const phrase =
    side === "answer" ? says.replaceAll(/\btakes?\b/g, "gives").replaceAll(/\btook\b/g, "gave") : says;
  return change(KINDS[fact][side], phrase, { at });
}
