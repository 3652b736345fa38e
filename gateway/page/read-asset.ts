import { readFileSync } from "node:fs";

/** A file of `assets/`, as text. The bundle has a module in this one's place that holds the files themselves. */
export function readAsset(name: string): string {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url), "utf8");
}
