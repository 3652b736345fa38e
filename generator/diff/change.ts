import type { WordChange } from "./word-diff.js";

/** What a change means. `breaking`: saved prompts and agents may fail. `widening`: it permits something new. */
export type Verdict = "harmless" | "widening" | "breaking";

const verdicts: readonly Verdict[] = ["harmless", "widening", "breaking"];

/** The order in which a reviewer reads: where the key goes, then dangers, and so on. */
export const changeClasses = ["key", "danger", "breaking", "widening", "words", "rest"] as const;

export type ChangeClass = (typeof changeClasses)[number];

interface Weight {
  readonly class: ChangeClass;
  readonly verdict: Verdict;
}

const key: Weight = { class: "key", verdict: "breaking" };
const danger: Weight = { class: "danger", verdict: "breaking" };
const breaking: Weight = { class: "breaking", verdict: "breaking" };
const widening: Weight = { class: "widening", verdict: "widening" };
const words: Weight = { class: "words", verdict: "harmless" };
const rest: Weight = { class: "rest", verdict: "harmless" };

/** Every kind of change, with its class and verdict. */
const WEIGHTS = {
  // Where requests go, and with which key.
  "server-changed": key,
  "key-changed": key,
  "scheme-changed": key,
  "security-changed": key,
  "own-server-changed": key,

  // The tool does something else than before.
  "method-changed": danger,
  "name-reused": danger,
  "operation-replaced": danger,
  "destroys-now": danger,
  "notifies-now": danger,
  "side-effect-added": danger,
  "access-changed": breaking,
  "read-only-lost": danger,
  "text-suspicious": danger,
  "destructive-tool-added": { class: "danger", verdict: "widening" },
  "notifying-tool-added": { class: "danger", verdict: "widening" },
  "read-only-claimed": { class: "danger", verdict: "widening" },
  "destructive-denied": { class: "danger", verdict: "widening" },

  // Tools, names and tags.
  "tool-removed": breaking,
  "tool-added": widening,
  "name-lost": breaking,
  "name-changed": rest,
  "alias-removed": breaking,
  "alias-added": rest,
  "operation-moved": rest,
  "operation-id-changed": rest,
  described: widening,
  undescribed: breaking,
  deprecated: words,
  undeprecated: words,
  "tag-removed": breaking,
  "tag-added": widening,
  "destructive-told": words,
  "repeatable-claimed": widening,
  "repeatable-denied": rest,
  "open-world-claimed": widening,
  "open-world-denied": rest,
  "poll-lost": breaking,
  "poll-added": rest,
  "poll-changed": rest,
  "request-form-changed": rest,
  "left-out": breaking,

  "program-changed": { class: "danger", verdict: "widening" },
  "calls-added": { class: "danger", verdict: "widening" },
  "calls-removed": rest,

  // What a call takes.
  "argument-required": breaking,
  "argument-optional": widening,
  "argument-added": widening,
  "argument-removed": breaking,
  "argument-renamed": breaking,
  "argument-aliased": rest,
  "former-argument-gone": breaking,
  "argument-moved": rest,
  "text-becomes-list": rest,
  "type-changed": breaking,
  "type-narrowed": breaking,
  "type-widened": widening,
  "values-narrowed": breaking,
  "values-widened": widening,
  "limit-narrowed": breaking,
  "limit-widened": widening,
  "format-told": rest,
  "format-untold": rest,
  "null-refused": breaking,
  "null-taken": widening,
  "default-changed": breaking,
  "default-told": rest,
  "default-untold": rest,
  "shown-cut": rest,
  "body-required": breaking,
  "body-optional": widening,

  // What a call answers.
  "answer-field-used-gone": breaking,
  "answer-field-gone": breaking,
  "answer-field-added": rest,
  "answer-field-secret": { class: "danger", verdict: "widening" },
  "answer-type-changed": breaking,
  "answer-type-widened": rest,
  "answer-type-narrowed": rest,
  "answer-values-changed": rest,
  "answer-limit-changed": rest,
  "answer-null-added": rest,
  "answer-null-gone": rest,
  "answer-field-optional": rest,
  "answer-field-always": rest,
  "answer-asynchronous": breaking,
  "answer-status-added": rest,
  "answer-status-gone": rest,
  "answer-media-changed": breaking,
  "answer-lost": breaking,
  "answer-added": rest,

  // Descriptions, and what is shown with the tools.
  "words-changed": words,
  "source-lost": words,
  "reference-broken": breaking,
  "source-broken": breaking,
  "source-misfit": rest,
  "curated-added": rest,
  "curated-removed": rest,
  "prompt-added": widening,
  "prompt-removed": breaking,
  "prompt-arguments-changed": breaking,
} as const satisfies Record<string, Weight>;

/** The kind of a change, in kebab-case. */
export type ChangeKind = keyof typeof WEIGHTS;

/** One change. */
export interface Change {
  readonly kind: ChangeKind;
  readonly class: ChangeClass;
  readonly verdict: Verdict;
  /** The argument, `answer.<field>`, `description`, `hints.readOnlyHint`, …; absent if the tool itself changed. */
  readonly at?: string;
  /** One phrase for a reviewer, without the place. */
  readonly says: string;
  /** The changed schema, if several operations share it, and the place inside it. */
  readonly shared?: { readonly schema: string; readonly at: string };
  /** The former name of a renamed argument. */
  readonly from?: string;
  /** The changed words of a text. */
  readonly words?: readonly WordChange[];
  /** Why a reviewer should look twice. */
  readonly warnings?: readonly string[];
}

type Details = Partial<Pick<Change, "at" | "shared" | "from" | "words" | "warnings">>;

/** A change of this kind, with the class and verdict of its kind. */
export function change(kind: ChangeKind, says: string, details: Details = {}): Change {
  const given = Object.entries<unknown>(details).filter(([, value]) => value !== undefined);
  return { kind, ...WEIGHTS[kind], says, ...(Object.fromEntries(given) as Details) };
}

/** The most severe verdict; `harmless` for an empty list. */
export function gravest(all: readonly Verdict[]): Verdict {
  return verdicts[Math.max(0, ...all.map((verdict) => verdicts.indexOf(verdict)))]!;
}

/** The class that a reviewer reads first; `rest` for an empty list. */
export function firstClass(all: readonly ChangeClass[]): ChangeClass {
  return changeClasses.find((one) => all.includes(one)) ?? "rest";
}

/** Whether a reviewer reads `one` no later than `least`. */
export function reaches(one: ChangeClass, least: ChangeClass): boolean {
  return changeClasses.indexOf(one) <= changeClasses.indexOf(least);
}
