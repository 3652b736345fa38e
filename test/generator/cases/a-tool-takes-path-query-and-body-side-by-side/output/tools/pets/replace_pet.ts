// Generated from PUT /shops/{id}/pets/{pet-id} by `make generate`. Do not edit:
// change the description in specs/pets/tools/pets.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const replacePet = defineTool<paths>()({
  name: "replace_pet",
  title: "Replace a pet",
  description:
    "Replaces everything that a shop says of one of its pets; what is left out is cleared, and the owner is told by mail. Returns the pet as it now is.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/shops/{id}/pets/{pet-id}",
    pathParameters: { "pet-id": { argument: "pet_id" } },
    query: { dry_run: {}, "fields[]": { argument: "fields", explode: false } },
    headers: { "X-Request-Id": { argument: "X_Request_Id" } },
    body: { type: "application/json", as: "json", fields: { id: { argument: "id_body" } } },
  },
  input: z.strictObject({
    id: z.string().describe("The shop."),
    id_body: z.string().describe("Id that the pet gets."),
    name: z.string().max(40).describe("What it is called."),
    pet_id: z.int().min(1).describe("The pet."),
    X_Request_Id: z.string().optional().describe("Id to find the call by."),
    born_on: z.iso.date().nullable().optional().describe("Birthday, where known."),
    dry_run: z.boolean().optional().describe("Only says what would change."),
    fed_at: z.iso.datetime({ offset: true, local: true }).optional().describe("Last meal."),
    fields: z.array(z.string()).optional().describe("Fields to answer."),
    labels: z.record(z.string(), z.string()).optional().describe("Labels as key and value strings."),
    owner: z
      .strictObject({
        email: z.string(),
        since: z.string().optional().describe("Day on which it was bought."),
      })
      .optional()
      .describe("Who has it."),
    state: z.enum(["asleep", "awake"]).optional().describe("What it does now."),
    tags: z.array(z.string()).max(5).optional().describe("Tags to find it by."),
    weight: z.number().min(0).optional().describe("Kilograms."),
  }),
  view: ["id", "name", "owner.email"],
});
