import { z } from "@hono/zod-openapi";
import { methodGroups } from "../../runtime/index.js";

const methodNames = Object.keys(methodGroups) as [string, ...string[]];

/** Access classes and tags in a config. */
export const selectionFields = {
  methods: z
    .array(z.string())
    .max(20)
    .openapi({ items: { type: "string", enum: methodNames } }),
  tags: z.array(z.string()).max(200),
};
