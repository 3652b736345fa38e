import type { ListedTool } from "../../runtime/contract/catalogue.js";
import type { Memo } from "../model/memo.js";
import type { Tool } from "../model/tool.js";
import type { OpenApiDocument } from "../normalise/raw.js";
import { renderPage } from "./catalog-page.js";
import { renderCatalogue, type Presentation } from "./catalogue.js";
import { costsOf, type Costs } from "./costs.js";
import { formatCode, formatJson } from "./format.js";
import { renderLookups } from "./lookups.js";
import { identifierOf, renderModule, type ModuleSettings } from "./module.js";
import { renderSearch } from "./search.js";
import { renderSnapshot } from "./snapshot.js";
import { printSurfaceLock, surfaceLock } from "./surface-lock.js";
import { compileTemplate } from "./templates.js";
import { renderTypes } from "./types.js";

/** Texts of the templates. */
export interface Templates {
  /** One tool's module. */
  readonly tool: string;
  /** `tools/index.ts`, which imports each when it is called. */
  readonly tools: string;
  /** `index.ts`, what the runtime serves. */
  readonly index: string;
}

/** Where files go and what surrounds them. */
export interface RenderSettings {
  readonly api: string;
  readonly templates: Templates;
  readonly discover: readonly ListedTool[];
  /** Folder of the generated files, `generated/<api>` unless another is asked for. */
  readonly folder?: string;
  /** Import path from that folder to the runtime's contract, `../../runtime/contract/` unless it lies elsewhere. */
  readonly runtime?: string;
  /** One sentence on where to change what a module says. */
  readonly mending?: ModuleSettings["mending"];
}

/** Prints tools as files by path, what they cost, and the lock of all that a model sees. */
export async function render(
  tools: readonly Tool[],
  contract: OpenApiDocument,
  presentation: Presentation,
  settings: RenderSettings,
  memo: Memo,
): Promise<{ files: Map<string, string>; costs: Costs; lock: string }> {
  const folder = settings.folder ?? `generated/${settings.api}`;
  const costs = await costsOf(tools, presentation, settings.discover, memo);
  const files = new Map<string, string>();
  files.set("api.d.ts", await renderTypes(contract, memo));
  const catalogue = renderCatalogue(settings.api, tools, presentation, costs);
  files.set("catalog.json", json(catalogue));
  files.set("catalog.md", `${renderPage(presentation.title, tools, costs.tools)}\n`);
  files.set("lookups.json", await formatJson(renderLookups(tools), memo));
  files.set("search.json", renderSearch(tools, presentation.vocabulary));
  files.set("index.ts", await formatCode(renderIndex(presentation.title, settings), memo));
  files.set("tools/index.ts", await formatCode(renderToolsIndex(tools, settings), memo));
  for (const [path, source] of modules(tools, settings)) files.set(path, await formatCode(source, memo));
  for (const tool of tools) {
    files.set(`surface/${tool.group}/${tool.name}.json`, renderSnapshot(tool, costs.tools.get(tool.name)!));
  }
  const lock = printSurfaceLock(
    surfaceLock(catalogue, [...settings.discover, ...(presentation.knowledge?.tools ?? [])]),
    (name) => catalogue.index[name]?.group,
  );
  return { files: new Map([...files].map(([path, text]) => [`${folder}/${path}`, text])), costs, lock };
}

function* modules(tools: readonly Tool[], settings: RenderSettings): Generator<[string, string]> {
  const template = compileTemplate(settings.templates.tool);
  const module: ModuleSettings = {
    runtime: runtimeFrom(settings, 2),
    mending:
      settings.mending ??
      (({ group }) => `change the words in specs/${settings.api}/tools/${group}.yaml, then run it again.`),
  };
  for (const tool of tools)
    yield [`tools/${tool.group}/${tool.name}.ts`, renderModule(tool, template, module)];
}

function renderToolsIndex(tools: readonly Tool[], settings: RenderSettings): string {
  return compileTemplate(settings.templates.tools)({
    runtime: runtimeFrom(settings, 1),
    tools: tools.map(({ name, group }) => ({ name, group, identifier: identifierOf(name) })),
  });
}

function renderIndex(title: string, settings: RenderSettings): string {
  return compileTemplate(settings.templates.index)({ title, runtime: runtimeFrom(settings, 0) });
}

/** The runtime's import path as it reads from folders further down; a package's stays. */
function runtimeFrom({ runtime = "../../runtime/contract/" }: RenderSettings, levels: number): string {
  return runtime.startsWith(".") ? "../".repeat(levels) + runtime : runtime;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
