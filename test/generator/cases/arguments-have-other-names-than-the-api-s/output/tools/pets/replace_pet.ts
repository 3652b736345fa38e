// Generated from PUT /pets/{id} by `make generate`. Do not edit:
// change the description in specs/pets/tools/pets.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const replacePet = defineTool<paths>()({
  name: "replace_pet",
  title: "Replace a pet",
  description:
    "Replaces a pet of the shop by another one, with the kind that is given here, and returns nothing but the success of it all.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/pets/{id}",
    pathParameters: { id: { argument: "pet_id" } },
    query: { q: { argument: "query" } },
    body: { type: "application/json", as: "json", fields: { kind: { argument: "species" } } },
  },
  input: z.strictObject({
    pet_id: z.string().describe("The pet."),
    query: z.string().optional().describe("Text to find."),
    species: z.string().optional().describe("Kind of pet."),
  }),
  formerArguments: {
    search: { now: "query", until: "2027-05-26" },
    id: { now: "pet_id" },
    q: { now: "query" },
    kind: { now: "species" },
  },
});
