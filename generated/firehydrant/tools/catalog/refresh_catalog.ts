// Generated from GET /v1/catalogs/{catalog_id}/refresh by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const refreshCatalog = defineTool<paths>()({
  name: "refresh_catalog",
  title: "Refresh a catalog",
  description:
    "Starts a re-import of a catalog from its source, which changes services in FireHydrant although it is a GET. The work continues after the empty answer. To send your own data, use ingest_catalog_data. Accepted, not finished; the import can't be polled. Its outcome usually shows in last_import of list_services: a newer imported_at, state imported, skipped or errored, and import_errors.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "GET", path: "/v1/catalogs/{catalog_id}/refresh" },
  input: z.strictObject({
    catalog_id: z.string().describe("Id of the catalog, shown in the web application."),
  }),
});
