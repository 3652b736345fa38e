// Generated from GET /v1/lifecycles/phases by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listLifecyclePhases = defineTool<paths>()({
  name: "list_lifecycle_phases",
  title: "List lifecycle phases and milestones",
  description:
    "Lists the phases of the organization's incident lifecycle, each with its milestones. Use it for milestone ids and slugs; the times of one incident are in list_incident_milestones. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/lifecycles/phases" },
  input: z.strictObject({}),
  view: [
    "id",
    "name",
    "type",
    "position",
    "milestones.id",
    "milestones.name",
    "milestones.slug",
    "milestones.position",
  ],
});
