declare module "openapi-format/utils/overlay.js" {
  export { openapiOverlay, resolveJsonPath } from "openapi-format";
}
