import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A file of `assets/` as text. In the bundle, a module with the files replaces this one. */
export function readAsset(name: string): string {
  return readFileSync(join(import.meta.dirname, "assets", name), "utf8");
}
