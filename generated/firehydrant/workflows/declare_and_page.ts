// Generated from specs/firehydrant/workflows/declare_and_page.ts by `make generate`. Do not edit: change it there, then run it again.
import { z } from "zod";
import type { WorkflowModule } from "../../../runtime/contract/workflow.js";

export const declareAndPage: WorkflowModule = {
  name: "declare_and_page",
  input: z.strictObject({
    name: z.string().describe("The incident's name, as responders read it."),
    page: z
      .string()
      .describe(
        "Who is paged, of that kind. From list_teams, list_users or list_organization_on_call_schedules.",
      ),
    page_type: z
      .enum(["EscalationPolicy", "OnCallSchedule", "Team", "User"])
      .describe("Kind of who is paged."),
    condition: z
      .string()
      .optional()
      .describe("How they are hit; required with services. From list_severity_matrix_conditions."),
    services: z.array(z.string()).optional().describe("Services that are hit. From list_services."),
    severity: z.string().optional().describe("Severity slug such as SEV2. From list_severities (slug)."),
    summary: z.string().optional().describe("What is known so far, for responders."),
  }),
  source: `async function declareAndPage(api, input) {
    const { services = [], condition } = input;
    if (services.length > 0 && condition === undefined)
        throw new Error("services needs condition, too.");
    const open = await api.all("list_incidents", { status: "active", name: input.name });
    const same = open.find((one) => (one.name ?? "").toLowerCase() === input.name.toLowerCase());
    if (same)
        throw new Error(\`The open incident #\${same.number ?? ""} has this name: \${same.id ?? ""}.\`);
    const incident = await api.create_incident({
        name: input.name,
        ...(input.severity === undefined ? {} : { severity: input.severity }),
        ...(input.summary === undefined ? {} : { summary: input.summary }),
        ...(services.length > 0
            ? { impacts: services.map((id) => ({ type: "service", id, condition_id: condition ?? "" })) }
            : {}),
    });
    const alert = await api.create_page({
        summary: \`#\${incident.number ?? ""} \${input.name}\`,
        target_type: input.page_type,
        target_id: input.page,
        ...(input.summary === undefined ? {} : { body: input.summary }),
    });
    return {
        incident_id: incident.id ?? "",
        ...(incident.number === undefined ? {} : { number: incident.number }),
        ...(incident.incident_url ? { incident_url: incident.incident_url } : {}),
        alert_id: alert.id ?? "",
        paged: \`\${input.page_type} \${input.page}\`,
    };
}
return declareAndPage(api, input);
`,
};
