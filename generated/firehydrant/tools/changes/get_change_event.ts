// Generated from GET /v1/changes/events/{change_event_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/changes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getChangeEvent = defineTool<paths>()({
  name: "get_change_event",
  title: "Get a change event",
  description:
    "Returns one change event in full, with the attachments, identities and related changes that list_change_events leaves out, plus authors, services, environments and times.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/changes/events/{change_event_id}" },
  input: z.strictObject({ change_event_id: z.string().describe("From list_change_events.") }),
  view: [
    "id",
    "summary",
    "description",
    "starts_at",
    "ends_at",
    "external_id",
    "authors.name",
    "services.name",
    "environments.name",
    "labels",
    "attachments",
    "related_changes",
  ],
});
