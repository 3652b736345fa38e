// Generated from PATCH /v1/environments/{environment_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateEnvironment = defineTool<paths>()({
  name: "update_environment",
  title: "Update an environment",
  description:
    "Changes an environment and its links. Listed services and functionalities are added; entries with remove, or the remove_remaining flags, take them off. Returns the environment.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/environments/{environment_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    environment_id: z.string().describe("From list_environments."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    functionalities: z
      .array(
        z.strictObject({
          id: z.string().describe("From list_functionalities."),
          remove: z.boolean().nullable().optional().describe("Takes this functionality off the environment."),
        }),
      )
      .nullable()
      .optional()
      .describe("Functionalities to add or remove."),
    name: z.string().nullable().optional().describe("Name people will see."),
    remove_remaining_functionalities: z
      .boolean()
      .nullable()
      .optional()
      .describe("Takes off every functionality not listed."),
    remove_remaining_services: z
      .boolean()
      .nullable()
      .optional()
      .describe("Takes off every service not listed."),
    services: z
      .array(
        z.strictObject({
          id: z.string().describe("From list_services."),
          remove: z.boolean().nullable().optional().describe("Takes this service off the environment."),
        }),
      )
      .nullable()
      .optional()
      .describe("Services to add or remove."),
  }),
  view: [
    "id",
    "name",
    "slug",
    "description",
    "active_incidents",
    "services.name",
    "functionalities.name",
    "updated_at",
  ],
});
