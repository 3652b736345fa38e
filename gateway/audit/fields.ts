import { z } from "@hono/zod-openapi";

export const auditKinds = ["manage", "call", "access"] as const;
export type AuditKind = (typeof auditKinds)[number];

const text = z.string();
const count = z.int();

/** A field that the log sets itself. */
const stamped = <Schema extends z.ZodType>(schema: Schema) => ({ schema, presence: "stamped" }) as const;

/** A field that every entry has. */
const required = <Schema extends z.ZodType>(schema: Schema) => ({ schema, presence: "required" }) as const;

/** A field that is null if an entry has no value for it. */
const optional = <Schema extends z.ZodType>(schema: Schema) => ({ schema, presence: "optional" }) as const;

/** An optional field with a structure, which the store keeps as JSON text. */
const structure = <Schema extends z.ZodType>(schema: Schema) =>
  ({ schema, presence: "optional", isJson: true }) as const;

/**
 * The fields of an audit entry, by column. The table's type, the recorded entry, the answer of `/log` and its schema
 * all come from this list. A new field needs a line here and a migration.
 */
export const auditFields = {
  /** Increases with time, so it sorts the log and its pages. */
  id: stamped(text),
  at: stamped(z.iso.datetime().openapi({ description: "UTC, with milliseconds." })),
  kind: required(z.enum(auditKinds)),
  /** `account.create`, `server.rotate`, `call`, `mcp` … */
  action: required(text),
  /** `ok`, the kind of a fault, or the reason of a refusal. */
  outcome: required(text),
  /**
   * Who made the request: `admin`, a person's name, `oauth:<subject>`, or `server` for a call with only the server's
   * token.
   */
  actor: required(text),
  /** The provider that verified the person, its id of the person, and the role they acted in. */
  issuer: optional(text),
  subject: optional(text),
  role: optional(text),
  request_id: required(text),
  /** The client's address. */
  address: optional(text),
  account_id: { ...optional(text), answeredAs: "integrated_account_id" },
  server_id: optional(text),
  token_id: optional(text),
  tool: optional(text),
  access: optional(text),
  argument_names: structure(z.array(text)),
  /** HMAC of the tool and its sorted arguments: equal calls have equal digests. */
  digest: optional(text),
  /** The arguments without secrets, if the operator logs values. */
  argument_values: { ...structure(z.unknown()), answeredAs: "arguments" },
  upstream_status: optional(count),
  duration_ms: optional(count),
  /** How much of the duration the API took. The rest is waiting and our own work. */
  upstream_ms: optional(count),
  /** The W3C trace of the request, if requests are traced. */
  trace_id: optional(text),
  result_bytes: optional(count),
  /** The changes of a management action, without secrets. */
  detail: structure(z.unknown()),
} as const;

/** The fields that `/log` can filter by, under the names in its answers, with the maximum length of each value. */
export const searchFields = {
  kind: z.enum(auditKinds),
  action: text.max(100),
  outcome: text.max(100),
  actor: text.max(200),
  subject: text.max(200),
  request_id: text.max(100),
  integrated_account_id: text.max(100),
  server_id: text.max(100),
  tool: text.max(100),
  access: text.max(20),
} satisfies Partial<Record<AnswerName, z.ZodType>>;

type Fields = typeof auditFields;
export type AuditColumn = keyof Fields;
type Value<Column extends AuditColumn> = z.infer<Fields[Column]["schema"]>;
type ColumnsThatAre<Presence> = {
  [Column in AuditColumn]: Fields[Column]["presence"] extends Presence ? Column : never;
}[AuditColumn];

/** The table as the store types it. */
export type AuditTable = {
  [Column in AuditColumn]: Fields[Column] extends { isJson: true }
    ? string | null
    : Column extends ColumnsThatAre<"optional">
      ? Value<Column> | null
      : Value<Column>;
};

/** An entry before it is stored: without the log's own id and time, and with names in camel case. */
export type AuditEntry = {
  readonly [Column in ColumnsThatAre<"required"> as Camel<Column>]: Value<Column>;
} & {
  readonly [Column in ColumnsThatAre<"optional"> as Camel<Column>]?: Lasting<Value<Column>>;
};

/** The name of a field in an answer of `/log`. */
export type AnswerName<Column extends AuditColumn = AuditColumn> = Column extends AuditColumn
  ? Fields[Column] extends { answeredAs: infer Name extends string }
    ? Name
    : Column
  : never;

/** An entry as `/log` answers it. */
export type LogEntry = {
  readonly [Column in AuditColumn as AnswerName<Column>]: Column extends ColumnsThatAre<"optional">
    ? Lasting<Value<Column>> | null
    : Value<Column>;
};

/** The outcome of a write that was or may have been sent, while its result is unknown. */
export const unknownOutcome = "unknown";

/** Columns of an intent that its outcome changes. */
export const settledColumns = [
  "outcome",
  "upstream_status",
  "upstream_ms",
  "duration_ms",
  "result_bytes",
  "detail",
] as const;

export const auditColumns = Object.keys(auditFields) as AuditColumn[];

export function answerName(column: AuditColumn): AnswerName {
  const field = auditFields[column];
  return "answeredAs" in field ? field.answeredAs : (column as AnswerName);
}

/** Whether the store keeps a field as JSON text. */
export function isJson(column: AuditColumn): boolean {
  return "isJson" in auditFields[column];
}

type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;
type Lasting<Type> = Type extends (infer Item)[] ? readonly Item[] : Type;

/** By time: the oldest entries first, or the newest. */
export const logSorts = ["at", "-at"] as const;

export type LogSort = (typeof logSorts)[number];
