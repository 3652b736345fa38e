// Generated from POST /v1/catalogs/{catalog_id}/ingest by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const ingestCatalogData = defineTool<paths>()({
  name: "ingest_catalog_data",
  title: "Ingest catalog data",
  description:
    "Sends catalog data as YAML or JSON text and changes the service catalog accordingly. The import continues after the answer, which gives its state. To re-read the source already connected, use refresh_catalog. Accepted, not finished, unless the answer's state is completed or failed; the import can't be polled. Its outcome usually shows in last_import of list_services: a newer imported_at, state imported or errored, and import_errors.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/catalogs/{catalog_id}/ingest",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    catalog_id: z.string().describe("Id of the catalog, shown in the web application."),
    data: z.string().describe("Catalog content, as text in the configured format."),
    encoding: z.enum(["text/yaml", "application/x-yaml", "application/json"]).describe("Format of the data."),
  }),
});
