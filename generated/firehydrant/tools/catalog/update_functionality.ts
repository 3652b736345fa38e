// Generated from PATCH /v1/functionalities/{functionality_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateFunctionality = defineTool<paths>()({
  name: "update_functionality",
  title: "Update a functionality",
  description:
    "Changes a functionality and who is pulled in when an incident hits it. Listed services, environments, teams and resources are added; entries with remove, or the remove_remaining flags, take them off. Links are replaced as a whole. Returns the functionality.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/functionalities/{functionality_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    functionality_id: z.string().describe("From list_functionalities."),
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
      .array(
        z.strictObject({
          id: z.string().describe("From list_environments."),
          remove: z.boolean().nullable().optional().describe("Takes this environment off the functionality."),
        }),
      )
      .nullable()
      .optional()
      .describe("Environments to add or remove."),
    external_resources: z
      .array(
        z.strictObject({
          remote_id: z
            .string()
            .describe(
              "The resource's id in that integration. From get_functionality (external_resources[].remote_id).",
            ),
          connection_type: z
            .enum(["github", "opsgenie", "pager_duty", "statuspage", "victorops"])
            .nullable()
            .optional()
            .describe("Integration slug; unneeded if the resource is already imported."),
          remove: z.boolean().nullable().optional().describe("Detaches this resource."),
        }),
      )
      .nullable()
      .optional()
      .describe("Things outside FireHydrant to attach or detach."),
    labels: z
      .record(z.string(), z.string())
      .nullable()
      .optional()
      .describe("All labels, as key and value strings; replaces the whole set."),
    links: z
      .array(
        z.strictObject({
          href_url: z.string().describe("Address of the link."),
          name: z.string().describe("Short text of the link."),
          icon_url: z.string().nullable().optional().describe("Address of an icon."),
          id: z
            .string()
            .nullable()
            .optional()
            .describe("Id of an existing link to change. From get_functionality (links[].id)."),
          remove: z.boolean().nullable().optional().describe("Removes this link."),
        }),
      )
      .nullable()
      .optional()
      .describe("Replaces the whole list of links when given."),
    name: z.string().nullable().optional().describe("Name people will see."),
    owner: z
      .strictObject({ id: z.string().describe("From list_teams.") })
      .nullable()
      .optional()
      .describe("Team that owns the functionality."),
    remove_owner: z.boolean().nullable().optional().describe("Leaves the functionality without an owner."),
    remove_remaining_environments: z
      .boolean()
      .nullable()
      .optional()
      .describe("Takes off every environment not listed."),
    remove_remaining_external_resources: z
      .boolean()
      .nullable()
      .optional()
      .describe("Detaches every resource not listed."),
    remove_remaining_services: z
      .boolean()
      .nullable()
      .optional()
      .describe("Takes off every service not listed."),
    remove_remaining_teams: z.boolean().nullable().optional().describe("Takes off every team not listed."),
    service_tier: z
      .literal([0, 1, 2, 3, 4, 5])
      .nullable()
      .optional()
      .describe("Criticality; lower is more critical."),
    services: z
      .array(
        z.strictObject({
          id: z.string().describe("From list_services."),
          remove: z.boolean().nullable().optional().describe("Takes this service off the functionality."),
        }),
      )
      .nullable()
      .optional()
      .describe("Services to add or remove."),
    teams: z
      .array(
        z.strictObject({
          id: z.string().describe("From list_teams."),
          remove: z.boolean().nullable().optional().describe("Takes this team off the functionality."),
        }),
      )
      .nullable()
      .optional()
      .describe("Teams to add or remove as responders."),
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
