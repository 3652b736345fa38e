import { transform } from "sucrase";

/** TypeScript as JavaScript with the same lines. @throws SyntaxError */
export function withoutTypes(source: string): string {
  return transform(source, { transforms: ["typescript"], disableESTransforms: true }).code;
}
