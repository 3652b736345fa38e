// Generated from POST /pets by `make generate`. Do not edit:
// change the description in specs/pets/tools/pets.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createPets = defineTool<paths>()({
  name: "create_pets",
  title: "Create pets",
  description:
    "Creates several pets at once, each with a name of its own and the shop's usual kind, and returns nothing but the success of it all.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/pets",
    body: { type: "application/json", as: "json", fields: { names: { commas: true } } },
  },
  input: z.strictObject({ names: z.array(z.string()).describe("Names of the pets.") }),
});
