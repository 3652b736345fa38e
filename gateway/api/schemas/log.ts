import { z } from "@hono/zod-openapi";
import { answerName, auditColumns, auditFields, searchFields, type LogEntry } from "../../audit/fields.js";
import { pageQuery, time } from "./shared.js";

export const logQuery = pageQuery.extend({
  ...z.strictObject(searchFields).partial().shape,
  since: time.optional(),
  until: time.optional(),
});

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
    complete: z
      .boolean()
      .openapi({ description: "Whether `through` is the end. Else ask again with it as `after`." }),
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

/** A schema that allows everything allows null already. */
function nullable(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodUnknown ? schema : schema.nullable();
}
