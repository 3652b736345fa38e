import { fileURLToPath } from "node:url";

/** The runtime that each bundled server contains: sources here, one module in the product. */
export async function placeOfKit(): Promise<string> {
  const name = import.meta.url.endsWith(".ts") ? "server-kit.ts" : "server-kit.mjs";
  return fileURLToPath(new URL(name, import.meta.url));
}
