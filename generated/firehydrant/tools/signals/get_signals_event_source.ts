// Generated from GET /v1/signals/event_sources/{transposer_slug} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/signals.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSignalsEventSource = defineTool<paths>()({
  name: "get_signals_event_source",
  title: "Get a Signals event source",
  description:
    "Reads one event source by its slug: name, ingest URL, conversion expression, sample payload and the result expected from it. list_signals_event_sources finds the slug.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/signals/event_sources/{transposer_slug}" },
  input: z.strictObject({ transposer_slug: z.string().describe("From list_signals_event_sources (slug).") }),
  view: [
    "slug",
    "name",
    "description",
    "ingest_url",
    "editable",
    "website",
    "tags",
    "expression",
    "example_payload",
    "expected",
  ],
});
