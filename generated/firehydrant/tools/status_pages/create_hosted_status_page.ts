// Generated from POST /v1/nunc_connections by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createHostedStatusPage = defineTool<paths>()({
  name: "create_hosted_status_page",
  title: "Create a FireHydrant-hosted status page",
  description:
    "Creates a FireHydrant-hosted status page for customers, which may be public at once with auto_publish; otherwise publish_hosted_status_page makes it so. Its conditions map those of the severity matrix to the page's own. create_incident_status_page instead ties an incident to an existing page. Returns the page with its id and publish state.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/nunc_connections", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    domain: z.string().describe("Domain name the page is served under."),
    authentication_method: z
      .string()
      .nullable()
      .optional()
      .describe("How visitors sign in, where the page is not open."),
    auto_publish: z
      .boolean()
      .nullable()
      .optional()
      .describe("Whether changes are published without a further step."),
    company_name: z.string().nullable().optional().describe("Company name on the page."),
    company_tos_url: z.string().nullable().optional().describe("Address of the company's terms of service."),
    company_website: z.string().nullable().optional().describe("Address of the company's website."),
    components: z
      .array(
        z.strictObject({
          infrastructure_id: z
            .string()
            .describe("From list_services, list_environments or list_functionalities, by type."),
          infrastructure_type: z
            .enum(["service", "environment", "functionality"])
            .describe("Kind of component."),
        }),
      )
      .nullable()
      .optional()
      .describe("Catalog parts whose status the page shows."),
    conditions: z
      .array(
        z.strictObject({
          condition_id: z.string().describe("From list_severity_matrix_conditions."),
          nunc_condition: z.string().describe("Page condition shown for the severity matrix condition."),
        }),
      )
      .nullable()
      .optional()
      .describe("How impact conditions appear on the page."),
    enable_histogram: z.boolean().nullable().optional().describe("Whether a histogram is shown."),
    exposed_fields: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Fields of an incident that the page reveals."),
    greeting_body: z.string().nullable().optional().describe("Text of the greeting."),
    greeting_title: z.string().nullable().optional().describe("Heading of the greeting."),
    oidc_authentication_config: z
      .strictObject({
        client_id: z.string().nullable().optional(),
        client_secret: z
          .string()
          .nullable()
          .optional()
          .describe("Client secret of the identity provider; a credential."),
        issuer_url: z.string().nullable().optional(),
      })
      .nullable()
      .optional()
      .describe("OpenID Connect settings for visitors' sign-in."),
    operational_message: z
      .string()
      .nullable()
      .optional()
      .describe("Message shown while everything is operational."),
    primary_color: z.string().nullable().optional().describe("Main color of the page."),
    secondary_color: z.string().nullable().optional().describe("Second color of the page."),
    title: z.string().nullable().optional().describe("Title of the page."),
    ui_version: z.int().nullable().optional().describe("Version of the page's layout."),
  }),
});
