import type { Answers, AnswerType, RecordType, ToolAnswer } from "../contract/answers.js";

/** A type without its name: what a value of it holds. */
export type OpenType = {
  /** True if the value may be null. */
  readonly isNull: boolean;
} & (
  | {
      readonly kind: "record";
      readonly fields: RecordType["fields"];
      readonly required: readonly string[];
      /** The type of further fields. Without it there are none. */
      readonly rest?: AnswerType;
    }
  | { readonly kind: "list"; readonly of: AnswerType }
  | { readonly kind: "either"; readonly options: readonly AnswerType[] }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "scalar"; readonly scalar: Scalar; readonly unit?: string }
);

export type Scalar = (typeof SCALARS)[number];

const SCALARS = ["text", "date", "date-time", "integer", "digits", "number", "flag", "anything"] as const;

/** What a type means: the definition of a name, and the parts of a scalar. */
export function openType({ types }: Pick<Answers, "types">, type: AnswerType): OpenType {
  let found = type;
  let isNull = false;
  // A definition may only name another one. In a circle nothing is known.
  for (let hops = 0; typeof found === "string" && found.startsWith("#"); hops++) {
    isNull ||= found.endsWith("?");
    found = hops < MOST_HOPS ? (types[nameIn(found)!] ?? "anything") : "anything";
  }
  if (typeof found === "string") return { isNull: isNull || found.endsWith("?"), ...scalarOf(found) };
  isNull ||= found.null === true;
  if ("list" in found) return { kind: "list", isNull, of: found.list };
  if ("choice" in found) return { kind: "choice", isNull, values: found.choice };
  if ("either" in found) return { kind: "either", isNull, options: found.either };
  const { fields, required = [], rest } = found;
  return { kind: "record", isNull, fields, required, ...(rest === undefined ? {} : { rest }) };
}

const MOST_HOPS = 20;

function scalarOf(type: string): {
  readonly kind: "scalar";
  readonly scalar: Scalar;
  readonly unit?: string;
} {
  const [name, unit] = type.replace("?", "").split(":");
  const scalar = SCALARS.find((one) => one === name) ?? "anything";
  return { kind: "scalar", scalar, ...(unit === undefined ? {} : { unit }) };
}

/** The name of the definition that a type names, if it is one. */
export function nameIn(type: AnswerType): string | undefined {
  return typeof type === "string" && type.startsWith("#") ? type.replace(/[#?]/g, "") : undefined;
}

/**
 * What the runtime puts next to a value: notes, and its own words about an answer without JSON. Names are those in the
 * text of a result.
 */
export const besideValue: RecordType["fields"] = {
  result: "anything",
  note: "text",
  cut: { either: ["text", { list: "text" }] },
  rest: "text",
  nested: "text",
  also: "anything",
  resolved: "anything",
  renamed_arguments: "anything",
  fields_note: "text",
  waited: "anything",
  status: "integer",
  message: "text",
  text: "text",
  content_type: "text",
  bytes: "integer",
  headers: "anything",
};

/** The type of a tool's whole answer, as a program gets it. A list has its envelope. */
export function wholeTypeOf(answers: Answers, tool: string): AnswerType {
  return typeOfAnswer(answers.tools[tool] ?? "unknown");
}

/** The type of a tool's concise answer: the fields of its view, without null and empty lists. */
export function conciseTypeOf(answers: Answers, tool: string): AnswerType {
  const answer = answers.tools[tool] ?? "unknown";
  if (typeof answer === "string") return typeOfAnswer(answer);
  const concise = (type: AnswerType) => picked(answers, type, treeOf(answer.view));
  return typeOfAnswer(
    "items" in answer ? { ...answer, items: concise(answer.items) } : { value: concise(answer.value) },
  );
}

function typeOfAnswer(answer: ToolAnswer): AnswerType {
  if (typeof answer !== "string") return "items" in answer ? envelope(answer) : answer.value;
  return ANSWERS_WITHOUT_TYPE[answer];
}

const ANSWERS_WITHOUT_TYPE: Readonly<Record<Extract<ToolAnswer, string>, AnswerType>> = {
  nothing: { fields: { status: "integer", message: "text" }, required: ["status", "message"] },
  text: { fields: { text: "text", content_type: "text", note: "text" } },
  headers: { fields: { status: "integer", headers: { fields: {}, rest: "text" } } },
  unknown: "anything",
};

function envelope({ items, also }: Extract<ToolAnswer, { items: AnswerType }>): RecordType {
  return {
    fields: {
      items: { list: items },
      next_cursor: "text",
      total: "integer",
      cut: besideValue.cut!,
      note: "text",
      ...(also ? { also } : {}),
    },
    required: ["items"],
  };
}

/** Fields of a view as a tree. An empty tree keeps everything below. */
export interface Kept {
  readonly below: Map<string, Kept>;
}

export function treeOf(view: readonly string[] = []): Kept {
  const root: Kept = { below: new Map() };
  for (const path of view) {
    let at = root;
    for (const name of path.split(".")) {
      const next: Kept = at.below.get(name) ?? { below: new Map() };
      at.below.set(name, next);
      at = next;
    }
  }
  return root;
}

/** A type with these fields only. Every field may be missing, because null and empty lists are left out. */
function picked(answers: Answers, type: AnswerType, kept: Kept): AnswerType {
  if (kept.below.size === 0) return type;
  const open = openType(answers, type);
  switch (open.kind) {
    case "list":
      return { list: picked(answers, open.of, kept), ...(open.isNull ? { null: true } : {}) };
    case "either":
      return { either: open.options.map((option) => picked(answers, option, kept)) };
    case "record": {
      const fields = [...kept.below].flatMap(([name, below]): [string, AnswerType][] => {
        const field = open.fields[name] ?? open.rest;
        return field === undefined ? [] : [[name, picked(answers, field, below)]];
      });
      return fields.length === 0
        ? type
        : { fields: Object.fromEntries(fields), ...(open.isNull ? { null: true } : {}) };
    }
    case "choice":
    case "scalar":
      return type;
  }
}
