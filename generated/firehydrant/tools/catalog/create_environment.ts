// Generated from POST /v1/environments by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createEnvironment = defineTool<paths>()({
  name: "create_environment",
  title: "Create an environment",
  description:
    "Adds an environment to the catalog, optionally tied to services and functionalities, so that incidents can name it as impacted. Returns the environment.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/environments", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    name: z.string().describe("Name people will see."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    functionalities: z
      .array(z.strictObject({ id: z.string().describe("From list_functionalities.") }))
      .nullable()
      .optional()
      .describe("Functionalities in this environment."),
    services: z
      .array(z.strictObject({ id: z.string().describe("From list_services.") }))
      .nullable()
      .optional()
      .describe("Services that run in it."),
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
