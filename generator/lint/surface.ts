import { didYouMean } from "../describe/did-you-mean.js";
import type { SurfaceFile } from "../describe/surface.js";
import type { ProblemList } from "../model/problem.js";
import type { Tool } from "../model/tool.js";
import type { Workflow } from "../workflows/load.js";

/** What a server serves: operations, and programs over them. */
export interface Served {
  readonly tools: readonly Tool[];
  readonly workflows: readonly Workflow[];
}

/**
 * Checks that everything in the surface file exists: tools of the curated set, prompts and effects, and groups. At most 24
 * tools are curated.
 */
export function lintSurface(
  { tools, workflows }: Served,
  surface: SurfaceFile,
  at: string,
  problems: ProblemList,
): void {
  const names = [...tools, ...workflows].map(({ name }) => name);
  const known = new Set(names);
  const check = (name: string, where: string) => {
    if (known.has(name)) return;
    problems.error("unknown-tool", `${at}#${where}`, `There is no tool ${name}.`, didYouMean(name, names));
  };
  surface.curated.forEach((name, index) => check(name, `/curated/${index}`));
  surface.records.forEach(({ tool }, index) => check(tool, `/records/${index}/tool`));
  for (const [effect, named] of Object.entries(surface.effects))
    named.forEach((name, index) => check(name, `/effects/${effect}/${index}`));
  surface.prompts.forEach((prompt, index) =>
    prompt.tools.forEach((name) => check(name, `/prompts/${index}/tools`)),
  );
  surface.prompts.forEach((prompt, index) =>
    toolsIn(prompt.text, known).forEach((name) => {
      if (prompt.tools.includes(name)) return;
      problems.error(
        "unlisted-tool",
        `${at}#/prompts/${index}/tools`,
        `The text names ${name}; tools does not.`,
      );
    }),
  );
  if (surface.curated.length > MOST_CURATED) {
    problems.error(
      "curated-too-large",
      `${at}#/curated`,
      `${surface.curated.length} tools; at most ${MOST_CURATED}.`,
    );
  }
  lintGroups(tools, surface, at, problems);
  lintPresets(surface, at, problems);
}

function lintPresets({ presets, groups }: SurfaceFile, at: string, problems: ProblemList): void {
  for (const [index, preset] of presets.entries())
    for (const group of Object.keys(preset.groups))
      if (group !== "*" && !groups.includes(group))
        problems.error(
          "unknown-group",
          `${at}#/presets/${index}/groups/${group}`,
          `There is no group ${group}.`,
          didYouMean(group, groups),
        );
}

/** 24 minus the five of discover. */
const MOST_CURATED = 19;

function lintGroups(tools: readonly Tool[], surface: SurfaceFile, at: string, problems: ProblemList): void {
  const groups = new Set(surface.groups);
  for (const tool of tools.filter(({ described }) => described)) {
    const strange = tool.tags.filter((tag) => !groups.has(tag));
    if (strange.length > 0) {
      problems.error(
        "unknown-group",
        `${at}#/groups`,
        `${tool.name} has the tag ${strange.join(", ")}, which is not a group.`,
      );
    }
  }
}

function toolsIn(text: string, known: ReadonlySet<string>): string[] {
  return [...new Set(text.match(/[a-z]+(?:_[a-z]+)+/g) ?? [])].filter((word) => known.has(word));
}
