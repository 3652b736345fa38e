import { z } from "@hono/zod-openapi";
import { hasToken } from "../../secrets/token.js";

/* What the schemas of several routes have in common. All of them check requests, and describe them and their answers in /openapi.json. */

/** A name that a person gives; a token pasted there by mistake would be shown to everyone. */
export const name = z
  .string("it is a text")
  .trim()
  .min(1, "it is not empty")
  .max(200, "it has at most 200 characters")
  .regex(/^\P{Cc}*$/u, "it holds a control character")
  .refine((text) => !hasToken(text), "it holds a token");
export const id = (what: string) => z.string().openapi({ description: `Id of the ${what}.` });
export const time = z.iso.datetime({ offset: true, error: "it is an ISO time such as 2030-01-31T12:00:00Z" });
export const answeredTime = z.iso.datetime().openapi({ description: "UTC, with milliseconds." });
/** A token, or the URL that holds it, when it is made. */
export const told = {
  token: z.string().openapi({ description: "Told this once." }),
  url: z.string().openapi({ description: "The server URL, with the token in it." }),
};

export const errorSchema = z
  .object({ statusCode: z.int(), error: z.string(), message: z.string() })
  .openapi("Error", { description: "What was wrong; `message` names every fault." });

export const pageQuery = z.strictObject({
  limit: z.coerce
    .number("it is a number")
    .int("it is a whole number")
    .min(1, "it is from 1 to 200")
    .max(200, "it is from 1 to 200")
    .optional(),
  cursor: z.string().max(200).optional().openapi({ description: "`next_cursor` of the page before." }),
});

export function listSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ result: z.array(item), next_cursor: z.string().nullable() });
}
