import { z } from "@hono/zod-openapi";
import { hasToken } from "../../secrets/token.js";

/* Schemas that several routes share. They check requests, and describe requests and answers in /openapi.json. */

/** A name from a person. A token that was pasted by mistake would be shown to everyone. */
export const name = z
  .string("must be text")
  .trim()
  .min(1, "must not be empty")
  .max(200, "must have at most 200 characters")
  .regex(/^\P{Cc}*$/u, "must not contain control characters")
  .refine((text) => !hasToken(text), "must not contain a token")
  // A pattern in a document has no flags, and the library would print them into it.
  .openapi({ pattern: "^\\P{Cc}*$" });
export const id = (what: string) => z.string().openapi({ description: `Id of the ${what}.` });
export const time = z.iso.datetime({
  offset: true,
  error: "must be an ISO time such as 2030-01-31T12:00:00Z",
});
export const answeredTime = z.iso.datetime().openapi({ description: "UTC, with milliseconds." });
/** In answers about what a file can declare. */
export const managedBy = z
  .string()
  .nullable()
  .openapi({ description: "The file of `standpipe apply` that declares it." });
/** A new token, or the URL that contains it. */
export const told = {
  token: z.string().openapi({ description: "Only in this answer." }),
  url: z.string().openapi({ description: "The server URL, with the token in it." }),
};

export const errorSchema = z
  .object({ statusCode: z.int(), error: z.string(), message: z.string(), fix: z.string().optional() })
  .openapi("Error", {
    description: "`message` has every fault. `fix` says what to do, if there is one way.",
  });

export const pageQuery = z.strictObject({
  limit: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(1, "must be from 1 to 200")
    .max(200, "must be from 1 to 200")
    .optional(),
  cursor: z.string().max(200).optional().openapi({ description: "`next_cursor` of the previous page." }),
});

/** The query of a list that can be searched and sorted. */
export function listQuery(sorts: object) {
  const names = Object.keys(sorts).flatMap((name) => [name, `-${name}`]) as [string, ...string[]];
  return pageQuery.extend({
    q: z.string().max(200).optional().openapi({ description: "Part of a name, or a whole id." }),
    sort: z
      .enum(names, `must be one of ${names.join(", ")}`)
      .optional()
      .openapi({ default: "-created_at", description: "`-` sorts descending." }),
  });
}

export function listSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ result: z.array(item), next_cursor: z.string().nullable() });
}
