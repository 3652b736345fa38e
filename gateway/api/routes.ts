import type { z } from "@hono/zod-openapi";
import { errorSchema } from "./schemas/shared.js";

/** A JSON answer in a route's description. */
export function answers<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { content: { "application/json": { schema } }, description };
}

/** A required JSON body. */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return { content: { "application/json": { schema } }, required: true as const };
}

const descriptions = {
  400: "The request has faults; the message names them all.",
  401: "No valid admin token, service token or session.",
  403: "The role of the person or the service token does not allow this.",
  404: "Not found.",
  409: "The request conflicts with the current state. For example, the server is revoked.",
  502: "The gateway could not check the key at the API.",
} as const;

/** A route's errors, in addition to its own answers. Every route that needs a credential needs a role too. */
export function errors<Status extends Exclude<keyof typeof descriptions, 403>>(
  ...statuses: readonly Status[]
) {
  const all = [...statuses, 403] as const;
  const entries = all.map((status) => [status, answers(errorSchema, descriptions[status])]);
  return Object.fromEntries(entries) as Record<
    Status | 403,
    { content: { "application/json": { schema: typeof errorSchema } }; description: string }
  >;
}

/** How the document marks a route that needs the admin token. */
export const security = [{ admin: [] }];

/** A readonly value as the mutable type that answers require. The value is not changed. */
export function plain<Value>(value: Value): Writable<Value> {
  return value as Writable<Value>;
}

type Writable<Value> = Value extends readonly (infer Item)[]
  ? Writable<Item>[]
  : Value extends object
    ? { -readonly [Name in keyof Value]: Writable<Value[Name]> }
    : Value;
