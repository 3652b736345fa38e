// Generated from POST /v1/functionalities by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createFunctionality = defineTool<paths>()({
  name: "create_functionality",
  title: "Create a functionality",
  description:
    "Adds a functionality to the catalog with owner, responding teams, services and environments, so that incidents can name it as impacted. alert_on_add makes later incidents raise alerts. Returns it.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/functionalities", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    name: z.string().describe("Name people will see."),
    alert_on_add: z
      .boolean()
      .nullable()
      .optional()
      .describe("Raises alerts through its integrations when added to an active incident."),
    auto_add_responding_team: z
      .boolean()
      .nullable()
      .optional()
      .describe("Brings in its responding teams when added to an active incident."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    environments: z
      .array(z.strictObject({ id: z.string().describe("From list_environments.") }))
      .nullable()
      .optional()
      .describe("Environments it is offered in."),
    external_resources: z
      .array(
        z.strictObject({
          remote_id: z.string().describe("The resource's id in that integration."),
          connection_type: z
            .enum(["github", "opsgenie", "pager_duty", "statuspage", "victorops"])
            .nullable()
            .optional()
            .describe("Integration slug; unneeded if the resource is already imported."),
        }),
      )
      .nullable()
      .optional()
      .describe("Things outside FireHydrant to attach, such as a repository."),
    labels: z
      .record(z.string(), z.string())
      .nullable()
      .optional()
      .describe("Labels as key and value strings."),
    links: z
      .array(
        z.strictObject({
          href_url: z.string().describe("Address of the link."),
          name: z.string().describe("Short text of the link."),
          icon_url: z.string().nullable().optional().describe("Address of an icon."),
        }),
      )
      .nullable()
      .optional()
      .describe("Web links to show with it."),
    owner: z
      .strictObject({ id: z.string().describe("From list_teams.") })
      .nullable()
      .optional()
      .describe("Team that owns the functionality."),
    service_tier: z
      .literal([0, 1, 2, 3, 4, 5])
      .nullable()
      .optional()
      .describe("Criticality; lower is more critical. Default: 5."),
    services: z
      .array(z.strictObject({ id: z.string().describe("From list_services.") }))
      .nullable()
      .optional()
      .describe("Services it depends on."),
    teams: z
      .array(z.strictObject({ id: z.string().describe("From list_teams.") }))
      .nullable()
      .optional()
      .describe("Teams that respond for it."),
  }),
  view: [
    "id",
    "name",
    "slug",
    "description",
    "service_tier",
    "active_incidents",
    "owner.id",
    "owner.name",
    "teams.name",
    "services.name",
    "environments.name",
    "updated_at",
    "labels",
  ],
});
