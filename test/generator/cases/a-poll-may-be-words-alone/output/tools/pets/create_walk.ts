// Generated from POST /walks by `make generate`. Do not edit:
// change the description in specs/pets/tools/pets.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createWalk = defineTool<paths>()({
  name: "create_walk",
  title: "Take a pet for a walk",
  description:
    "Takes a pet out for a walk and notifies the person who walks it. Accepted at once; the walk itself goes on after the answer, which is the walk with its id. Nothing shows how far the walk is.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/walks", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    pet_id: z.string().describe("The pet. From list_pets."),
    length: z.int().optional().describe("Minutes."),
  }),
});
