import { z } from "@hono/zod-openapi";
import { declaration } from "../../declare/declaration.js";
import { stepActions } from "../../declare/plan.js";
import { name, told } from "./shared.js";

export { declaration };

const base = z.string().max(100).openapi({ description: "The state of the gateway when the plan was made." });

export const planInput = z
  .strictObject({
    declaration,
    source: name.openapi({ description: "The name of the file. What it declares is marked with this name." }),
    prune: z
      .boolean("must be true or false")
      .optional()
      .openapi({ description: "Removes what an earlier file declared and this one does not." }),
    keys: z
      .record(z.string().max(200), z.string().min(1, "must not be empty").max(20_000))
      .optional()
      .openapi({
        description:
          "API keys by account name. Required for a new account, and for an account whose region or base URL changes.",
      }),
  })
  .openapi("PlanInput");

export const applyInput = planInput
  .extend({
    verify: z
      .boolean("must be true or false")
      .optional()
      .openapi({ description: "`false` saves keys without a check." }),
    base: base
      .optional()
      .openapi({ description: "`base` of a plan. If the gateway changed since, nothing is applied." }),
  })
  .openapi("ApplyInput");

const value = z.unknown().openapi({ description: "null for the default." });
const change = z.object({ field: z.string(), from: value, to: value });

export const planSchema = z
  .object({
    base,
    steps: z.array(
      z.object({
        kind: z.enum(["account", "server", "role"]),
        name: z.string(),
        action: z.enum(stepActions),
        changes: z.array(change),
        drift: z.array(change).openapi({ description: "What others changed since the last apply." }),
        widens: z.array(z.string()).openapi({ description: "What it newly permits." }),
      }),
    ),
    unchanged: z.int(),
    missing_keys: z.array(z.object({ account: z.string(), key: z.string() })),
  })
  .openapi("Plan");

export const appliedSchema = z
  .object({
    plan: planSchema,
    made: z.array(z.object({ id: z.string(), name: z.string(), account: z.string(), ...told })),
  })
  .openapi("Applied");
