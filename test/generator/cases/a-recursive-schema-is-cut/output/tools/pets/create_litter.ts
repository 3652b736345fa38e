// Generated from POST /litters by `make generate`. Do not edit:
// change the description in specs/pets/tools/pets.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createLitter = defineTool<paths>()({
  name: "create_litter",
  title: "Record a litter",
  description:
    "Records a pet with its children, and theirs in turn, as they were born in the shop, and returns the pet with the ids of all of them.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/litters", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    children: z.array(z.record(z.string(), z.any())).optional().describe("Its children."),
    name: z.string().optional().describe("What it is called."),
  }),
});
