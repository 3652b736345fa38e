import { z } from "@hono/zod-openapi";
import { exportFormats } from "../../audit/export-format.js";
import {
  answerName,
  auditColumns,
  auditFields,
  logSorts,
  searchFields,
  type LogEntry,
} from "../../audit/fields.js";
import { answeredTime, pageQuery, time } from "./shared.js";

const searches = z.strictObject(searchFields).partial();
const times = { since: time.optional(), until: time.optional() };

export const logQuery = pageQuery.extend({
  ...searches.shape,
  ...times,
  sort: z
    .enum(logSorts, `must be one of ${logSorts.join(", ")}`)
    .optional()
    .openapi({ default: "-at", description: "`-` sorts descending." }),
});

export const exportQuery = searches.extend({
  ...times,
  format: z
    .enum(exportFormats, `must be one of ${exportFormats.join(", ")}`)
    .optional()
    .openapi({ default: "jsonl" }),
});

export const tailQuery = searches;

const answeredFields = auditColumns.map((column) => {
  const { schema, presence } = auditFields[column];
  return [answerName(column), presence === "optional" ? nullable(schema) : schema];
});

export const logEntrySchema = z
  .object(Object.fromEntries(answeredFields) as { [Name in keyof LogEntry]: z.ZodType<LogEntry[Name]> })
  .openapi("LogEntry");

const sequence = z.coerce
  .number("must be a number")
  .int("must be a whole number")
  .min(0, "must be 0 or more");

export const verifyQuery = z.strictObject({
  after: sequence.optional().openapi({ description: "`through` of the previous answer." }),
  head: z
    .string()
    .max(100)
    .optional()
    .openapi({ description: "`head` of an earlier answer, which must still be part of the chain." }),
});

export const chainReport = z
  .object({
    after: z.int().openapi({ description: "The number after which this answer begins." }),
    through: z.int().openapi({ description: "The last number that was compared." }),
    head: z.string().openapi({ description: "The end of the chain: `<number>:<hash>`." }),
    complete: z.boolean().openapi({
      description: "Whether `through` is the end. If not, repeat the request with `after` set to it.",
    }),
    fault: z
      .object({
        kind: z.enum(["changed", "missing", "reordered"]),
        sequence: z.int(),
        entry: z.string().nullable(),
        message: z.string(),
      })
      .nullable()
      .openapi({ description: "The first entry that is not as it was sealed." }),
    waiting: z.int().openapi({ description: "Entries that wait to be sealed." }),
  })
  .openapi("ChainReport");

export const streamParams = z.object({
  name: z.string().max(40).openapi({ description: "The stream's name." }),
});

export const streamSchema = z
  .object({
    name: z.string(),
    sent: z.int().openapi({ description: "The number of the last delivered entry." }),
    behind: z.int().openapi({ description: "Sealed entries that wait." }),
    failures: z.int().openapi({ description: "Attempts that failed since the last delivery." }),
    error: z.string().nullable(),
    retry_at: answeredTime.nullable(),
    updated_at: answeredTime,
    dead_letters: z.array(
      z.object({
        first: z.int(),
        last: z.int(),
        error: z.string(),
        failed_at: answeredTime,
        replaying: z.boolean(),
      }),
    ),
  })
  .openapi("AuditStream");

/** A schema that allows everything allows null already. */
function nullable(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodUnknown ? schema : schema.nullable();
}
