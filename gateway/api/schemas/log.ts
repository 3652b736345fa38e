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

/** A schema that allows everything allows null already. */
function nullable(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodUnknown ? schema : schema.nullable();
}
