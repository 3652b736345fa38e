declare module "swagger2openapi" {
  /** Converts Swagger 2.0 to OpenAPI 3.0. `patch` fixes small faults of the document, and `warnOnly` ignores others. */
  export function convertObj(
    swagger: object,
    options: { readonly patch: boolean; readonly warnOnly: boolean },
  ): Promise<{ readonly openapi: object }>;
}
