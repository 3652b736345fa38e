import type { App, AppParts } from "../app-parts.js";

/** The OpenAPI document of the management API, made from the schemas that check its requests. */
export function mountDocument(app: App, { version }: AppParts): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "admin", { type: "http", scheme: "bearer" });
  let document: unknown;
  app.get("/openapi.json", (c) => {
    document ??= app.getOpenAPI31Document({
      openapi: "3.1.0",
      info: {
        title: "Standpipe gateway",
        version,
        description: "Accounts, server URLs, API tokens and the audit log.",
      },
    });
    return c.json(document as object);
  });
}
