import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A file of `assets/`, as text. The bundle has a module in this one's place that holds the files themselves. */
export function readAsset(name: string): string {
  return readFileSync(join(import.meta.dirname, "assets", name), "utf8");
}
