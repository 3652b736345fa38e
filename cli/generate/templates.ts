import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Templates } from "../../generator/render/render.js";
import { home } from "../home.js";

/** The texts of `templates/`. In the bundle, a module with the texts replaces this one. */
export function readTemplates(): Templates {
  const read = (name: string) => readFileSync(join(home, "templates", `${name}.ts.hbs`), "utf8");
  return { tool: read("tool"), tools: read("tools"), index: read("index") };
}
