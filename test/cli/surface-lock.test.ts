import { describe, expect, it } from "vitest";
import { parseSurfaceLock, printSurfaceLock, surfaceLock } from "../../generator/render/surface-lock.js";
import { ownTools, type ListedTool } from "../../runtime/index.js";
import { smallCatalogue } from "../fixtures/small-api.js";

describe("the lock of a surface", () => {
  const lock = surfaceLock(smallCatalogue, ownTools);

  it("has a line for each tool, its index entry, each prompt, and the destination of calls", () => {
    expect([...lock.parts.keys()].filter((part) => part.startsWith("tool "))).toHaveLength(
      6 + ownTools.length,
    );
    expect([...lock.parts.keys()].filter((part) => part.startsWith("index "))).toHaveLength(6);
    expect([...lock.parts.keys()].filter((part) => !/^(?:tool|index) /.test(part))).toEqual([
      "curated",
      "instructions",
      "key",
      "prompt declare",
      "prompt situation_report",
      "servers",
      "shown fields",
    ]);
    expect(parseSurfaceLock(printSurfaceLock(lock, groupOf))).toEqual(lock);
  });

  const changes: Record<string, (tool: ListedTool) => ListedTool> = {
    name: (tool) => ({ ...tool, name: "other" }),
    title: (tool) => ({ ...tool, title: "Other" }),
    description: (tool) => ({ ...tool, description: `${tool.description} ` }),
    "input schema": (tool) => ({ ...tool, inputSchema: { ...tool.inputSchema, required: ["other"] } }),
    hint: (tool) => ({
      ...tool,
      annotations: { ...tool.annotations, readOnlyHint: !tool.annotations.readOnlyHint },
    }),
  };
  it.each(Object.entries(changes))("changes with a tool's %s", (_, change) => {
    const [first, ...others] = smallCatalogue.tools;
    const changed = surfaceLock({ ...smallCatalogue, tools: [change(first!), ...others] }, ownTools);
    expect(changed.surface).not.toBe(lock.surface);
    expect([...changed.parts].filter(([part, hash]) => lock.parts.get(part) !== hash)).toHaveLength(1);
  });

  it("is the same for any order of keys", () => {
    const turned = smallCatalogue.tools.map((tool) => Object.fromEntries(Object.entries(tool).reverse()));
    expect(surfaceLock({ ...smallCatalogue, tools: turned as unknown as ListedTool[] }, ownTools)).toEqual(
      lock,
    );
  });
});

function groupOf(tool: string): string | undefined {
  return smallCatalogue.index[tool]?.group;
}
