// Generated from PATCH /v1/services/{service_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateService = defineTool<paths>()({
  name: "update_service",
  title: "Update a service",
  description:
    "Changes a service and who is pulled in when an incident hits it. Listed environments, functionalities, teams, checklists and resources are added; entries with remove, or the remove_remaining flags, take them off. Labels and links are replaced as a whole. A service with managed_by set belongs to an integration and can't be set by hand. Returns the service.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/services/{service_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    service_id: z.string().describe("From list_services."),
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
    checklists: z
      .array(
        z.strictObject({
          id: z.string().describe("From list_checklist_templates."),
          remove: z.boolean().nullable().optional().describe("Takes this checklist off the service."),
        }),
      )
      .nullable()
      .optional()
      .describe("Checklists to attach or detach."),
    description: z.string().nullable().optional().describe("Longer text shown with it."),
    environments: z
      .array(
        z.strictObject({
          id: z.string().describe("From list_environments."),
          remove: z.boolean().nullable().optional().describe("Takes this environment off the service."),
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
              "The resource's id in that integration. From get_service (external_resources[].remote_id).",
            ),
          connection_type: z
            .enum(["github", "opsgenie", "pager_duty", "victorops"])
            .nullable()
            .optional()
            .describe("Integration slug; unneeded if the resource is already imported."),
          remove: z.boolean().nullable().optional().describe("Detaches this resource."),
        }),
      )
      .nullable()
      .optional()
      .describe("Things outside FireHydrant to attach or detach."),
    functionalities: z
      .array(
        z.strictObject({
          id: z.string().nullable().optional().describe("Existing functionality. From list_functionalities."),
          remove: z.boolean().nullable().optional().describe("Takes this functionality off the service."),
          summary: z
            .string()
            .nullable()
            .optional()
            .describe("Summary of a new functionality to create and attach."),
        }),
      )
      .nullable()
      .optional()
      .describe("Functionalities to attach, create or detach."),
    labels: z
      .record(z.string(), z.string())
      .nullable()
      .optional()
      .describe("All labels as key and value strings; replaces the whole set."),
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
            .describe("Id of an existing link to change. From get_service (links[].id)."),
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
      .describe("Team that owns the service."),
    remove_owner: z.boolean().nullable().optional().describe("Leaves the service without an owner."),
    remove_remaining_checklists: z
      .boolean()
      .nullable()
      .optional()
      .describe("Takes off every checklist not listed."),
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
    remove_remaining_functionalities: z
      .boolean()
      .nullable()
      .optional()
      .describe("Takes off every functionality not listed."),
    remove_remaining_teams: z.boolean().nullable().optional().describe("Takes off every team not listed."),
    service_tier: z
      .literal([0, 1, 2, 3, 4, 5])
      .nullable()
      .optional()
      .describe("Criticality; lower is more critical."),
    teams: z
      .array(
        z.strictObject({
          id: z.string().describe("From list_teams."),
          remove: z.boolean().nullable().optional().describe("Takes this team off the service."),
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
    "environments.name",
    "functionalities.name",
    "external_resources",
    "updated_at",
    "labels",
    "teams.name",
  ],
});
