declare module "swagger2openapi" {
  /** Makes OpenAPI 3.0 of Swagger 2.0; `patch` mends small faults of the document and `warnOnly` passes over others. */
  export function convertObj(
    swagger: object,
    options: { readonly patch: boolean; readonly warnOnly: boolean },
  ): Promise<{ readonly openapi: object }>;
}
