import { z } from "@hono/zod-openapi";
import { splitAtCommas } from "../../../runtime/index.js";
import { configFields } from "../../server-config.js";
import { listSchema } from "./shared.js";

const listed = z.union([z.string(), z.array(z.string())]).transform(splitAtCommas);
const several = (what: string) =>
  listed.optional().openapi({
    type: "array",
    items: { type: "string" },
    description: `${what}; several by commas or repetition.`,
  });
export const toolsQuery = z.strictObject({
  methods: several("Kinds of access"),
  tags: several("Tags"),
  allow: several("Tool names that are allowed"),
  deny: several("Tool names that are not"),
  surface: configFields.surface.optional(),
  names: configFields.names.optional(),
});
const toolSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    access: z.string(),
    tags: z.array(z.string()),
    listed: z.boolean().openapi({ description: "Whether tools/list shows it. It can be called either way." }),
    tokens: z.int().openapi({ description: "Estimated tokens of the tool in tools/list." }),
  })
  .openapi("Tool");
export const toolList = listSchema(toolSchema).extend({
  tool_count: z.int(),
  listed_count: z
    .int()
    .openapi({ description: "Tools that tools/list shows, including those that search for tools." }),
  listed_tokens: z.int().openapi({ description: "Estimated tokens of the answer to tools/list." }),
  tags: z.array(z.string()).openapi({ description: "All tags of the API." }),
  methods: z.array(z.string()),
});
