import { readFileSync } from "node:fs";
import type { Templates } from "../generator/render/render.js";

/** The texts of `templates/`. The bundle has a module in this one's place that holds them. */
export function readTemplates(): Templates {
  const read = (name: string) =>
    readFileSync(new URL(`../templates/${name}.ts.hbs`, import.meta.url), "utf8");
  return { tool: read("tool"), tools: read("tools"), index: read("index") };
}
