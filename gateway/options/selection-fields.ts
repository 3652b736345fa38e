import { z } from "@hono/zod-openapi";
import { levels, methodGroups } from "../../runtime/index.js";

const methodNames = Object.keys(methodGroups) as [string, ...string[]];

/** Access classes and tags in a config. */
export const selectionFields = {
  methods: z
    .array(z.string())
    .max(20)
    .openapi({ items: { type: "string", enum: methodNames } }),
  tags: z.array(z.string()).max(200),
  permissions: z
    .record(z.string().max(100), z.enum(levels, `must be one of ${levels.join(", ")}`))
    .refine((groups) => Object.keys(groups).length <= 200, "must have at most 200 groups")
    .openapi({
      description: "`none`, `read`, `write` (without deletes) or `all`, by group; `*` for every other group.",
    }),
};
