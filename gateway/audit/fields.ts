import { z } from "@hono/zod-openapi";

export const auditKinds = ["manage", "call", "access"] as const;
export type AuditKind = (typeof auditKinds)[number];

const text = z.string();
const count = z.int();

/** A field that the log sets itself. */
const stamped = <Schema extends z.ZodType>(schema: Schema) => ({ schema, presence: "stamped" }) as const;

/** A field that every entry has. */
const required = <Schema extends z.ZodType>(schema: Schema) => ({ schema, presence: "required" }) as const;

/** A field that is null in an entry that has no value for it. */
const optional = <Schema extends z.ZodType>(schema: Schema) => ({ schema, presence: "optional" }) as const;

/** An optional field whose value is a structure. The store keeps it as JSON text. */
const structure = <Schema extends z.ZodType>(schema: Schema) =>
  ({ schema, presence: "optional", isJson: true }) as const;

/**
 * The fields of an audit entry, by the names of their columns. The table's type, the entry that code records, the
 * answer of `/log` and its schema all come from this list. A new field needs a line here and a migration.
 */
export const auditFields = {
  /** Grows with time, so it orders the log and its pages. */
  id: stamped(text),
  at: stamped(z.iso.datetime().openapi({ description: "UTC, with milliseconds." })),
  kind: required(z.enum(auditKinds)),
  /** `account.create`, `server.rotate`, `call`, `mcp` … */
  action: required(text),
  /** `ok`, the kind of a fault, or the reason of a refusal. */
  outcome: required(text),
  /** Who acted: `admin`, a person's name, `oauth:<subject>`, or `server` for a call by token alone. */
  actor: required(text),
  request_id: required(text),
  /** The address that the request came from. */
  address: optional(text),
  account_id: { ...optional(text), answeredAs: "integrated_account_id" },
  server_id: optional(text),
  token_id: optional(text),
  tool: optional(text),
  access: optional(text),
  argument_names: structure(z.array(text)),
  /** HMAC of the tool and its sorted arguments: equal calls have equal digests. */
  digest: optional(text),
  /** The arguments with secrets hidden, where the operator wants values in the log. */
  argument_values: { ...structure(z.unknown()), answeredAs: "arguments" },
  upstream_status: optional(count),
  duration_ms: optional(count),
  result_bytes: optional(count),
  /** What a management act changed; never a secret. */
  detail: structure(z.unknown()),
} as const;

/** The fields that `/log` can search by, as it answers them, with the longest value of each. */
export const searchFields = {
  kind: z.enum(auditKinds),
  action: text.max(100),
  outcome: text.max(100),
  actor: text.max(200),
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

/** What code records: without the log's own id and time, and with names as TypeScript writes them. */
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
