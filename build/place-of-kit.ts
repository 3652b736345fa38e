import { extname } from "node:path";
import { fileURLToPath } from "node:url";

/** The runtime that each bundled server contains: sources here, one module in the product. */
export async function placeOfKit(): Promise<string> {
  return fileURLToPath(new URL(`server-kit${extname(import.meta.url)}`, import.meta.url));
}
