import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createComparer } from "../../../cli/gateway/compare.js";
import type { CompareApi } from "../../../gateway/review/comparison.js";
import { api } from "../../../generated/firehydrant/index.js";
import type { Catalogue, IndexEntry, ListedTool } from "../../../runtime/index.js";

/** A catalogue that a test may change. */
type Draft = Omit<Catalogue, "tools" | "index" | "curated"> & {
  tools: ListedTool[];
  index: Record<string, IndexEntry>;
  curated: readonly string[];
};

/** A generated folder on disk that a gateway compares with. */
export interface OnDisk {
  readonly file: string;
  readonly compare: CompareApi;
  /** Writes the catalogue with changes. */
  write(change: (draft: Draft) => void): Promise<void>;
  /** Writes any text. */
  writeText(text: string): Promise<void>;
  remove(): Promise<void>;
}

export async function catalogueOnDisk(): Promise<OnDisk> {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-review-"));
  const file = join(folder, "catalog.json");
  let written = 0;
  const writeText = async (text: string) => {
    await writeFile(file, text);
    // Two writes within a tick of the file system's clock must differ.
    const at = new Date(1_700_000_000_000 + (written += 1000));
    await utimes(file, at, at);
  };
  await writeText(JSON.stringify(api.catalogue));
  return {
    file,
    compare: createComparer([folder], [api]),
    async write(change) {
      const draft = structuredClone(api.catalogue) as Draft;
      change(draft);
      await writeText(JSON.stringify(draft));
    },
    writeText,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Removes `list_teams`, renames `get_team`, adds a group with one tool, and rewords `list_incidents`. */
export function reviewedChanges(draft: Draft): void {
  const { tools, index } = draft;
  const listTeams = tools.find(({ name }) => name === "list_teams")!;
  const getTeam = index["get_team"]!;
  draft.tools = [
    ...tools.filter(({ name }) => name !== "list_teams").map(reworded),
    { ...listTeams, name: "list_moons", title: "List moons" },
  ];
  const moon = { operation: "GET /v1/moons", group: "moons", tags: ["moons"], access: "list" } as const;
  index["read_team"] = { ...getTeam, aliases: [...getTeam.aliases, "get_team"] };
  index["list_moons"] = { ...moon, aliases: [], tokens: 30 };
  delete index["list_teams"];
  delete index["get_team"];
  draft.curated = draft.curated.filter((name) => name !== "list_teams" && name !== "get_team");
}

function reworded(tool: ListedTool): ListedTool {
  if (tool.name === "get_team") return { ...tool, name: "read_team" };
  if (tool.name !== "list_incidents") return tool;
  return { ...tool, description: `Newly worded. ${tool.description}` };
}
