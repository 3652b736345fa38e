// Generated from DELETE /v1/signals/event_sources/{transposer_slug} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteSignalsEventSource = defineTool<paths>()({
  name: "delete_signals_event_source",
  title: "Delete a Signals event source",
  description:
    "Deletes a custom event source by slug, so requests to its ingest URL no longer become signals and alerts from it stop. No tool restores it.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/signals/event_sources/{transposer_slug}" },
  input: z.strictObject({ transposer_slug: z.string().describe("From list_signals_event_sources (slug).") }),
});
