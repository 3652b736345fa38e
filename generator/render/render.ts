import type { Answers } from "../../runtime/contract/answers.js";
import type { ListedTool } from "../../runtime/contract/catalogue.js";
import type { Memo } from "../model/memo.js";
import { once } from "../model/once.js";
import type { Tool } from "../model/tool.js";
import type { Workflow } from "../workflows/load.js";
import type { OpenApiDocument } from "../normalise/raw.js";
import { renderAnswers } from "./answers.js";
import { renderAuthPage } from "./auth-page.js";
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
import { renderDeclarations, renderProgramTypes, renderWorkflow, renderWorkflowsIndex } from "./workflows.js";

/** The templates' texts. */
export interface Templates {
  /** One tool's module. */
  readonly tool: string;
  /** `tools/index.ts`, which imports a tool when it is called. */
  readonly tools: string;
  /** `index.ts`, which the runtime serves. */
  readonly index: string;
}

/** Paths and other facts for the generated files. */
export interface RenderSettings {
  readonly api: string;
  readonly templates: Templates;
  readonly discover: readonly ListedTool[];
  /** The folder of the generated files, `generated/<api>` by default. */
  readonly folder?: string;
  /** Import path from that folder to the runtime's contract, `../../runtime/contract/` by default. */
  readonly runtime?: string;
  /** A sentence that says where to change the text of a module. */
  readonly howToChange?: ModuleSettings["howToChange"];
  /** Whether `contract.json`, the contract for a sandbox, is in the folder. */
  readonly hasContract?: boolean;
}

/** The result of a rendering. */
export interface Rendered {
  /** Texts by path from the project's root. */
  readonly files: Map<string, string>;
  /** Texts of the tools' modules, by tool name; `files` holds them too. */
  readonly modules: ReadonlyMap<string, string>;
  readonly costs: Costs;
  /** All tools and types as programs see them. Only an API with descriptions of its own is checked by them. */
  declarations(): string;
  /** The text of `surface.lock`, which only an API of the project has. */
  lock(): string;
}

/** The tools of an API, with everything that is printed with them. */
interface ApiTools {
  readonly tools: readonly Tool[];
  readonly workflows: readonly Workflow[];
  /** The document that has the types of answers. */
  readonly contract: OpenApiDocument;
  /** The text of `api.d.ts`. */
  readonly types: string;
  readonly presentation: Presentation;
}

/** Prints tools as files, and counts their tokens. */
export async function render(
  { tools, workflows, contract, types, presentation }: ApiTools,
  settings: RenderSettings,
  memo: Memo,
): Promise<Rendered> {
  const folder = settings.folder ?? `generated/${settings.api}`;
  // The formatter has threads of its own. It works while the other files are made.
  const indexText = renderIndex(presentation.title, workflows.length > 0, settings);
  const code = renderCode(tools, indexText, settings);
  const answers = withWorkflows(renderAnswers(tools, contract, presentation.openFields), workflows);
  const json = Promise.all([formatJson(answers), formatJson(renderLookups(tools))]);
  const costs = await costsOf({ tools, workflows }, presentation, settings.discover, memo);
  const catalogue = renderCatalogue(settings.api, { tools, workflows }, presentation, costs);
  const page = renderPage(presentation.title, { tools, workflows }, costs.tools);
  const search = renderSearch({ tools, workflows }, presentation);
  const [modules, [index = "", toolsIndex = ""]] = await code;
  const [answersText, lookupsText] = await json;
  const files = new Map<string, string>([
    ["api.d.ts", types],
    ["answers.json", answersText],
    ["AUTH.md", `${renderAuthPage(presentation, tools)}\n`],
    ["catalog.json", `${JSON.stringify(catalogue, null, 2)}\n`],
    ["catalog.md", `${page}\n`],
    ["lookups.json", lookupsText],
    ["search.json", search],
    ["index.ts", index],
    ["tools/index.ts", toolsIndex],
  ]);
  for (const tool of tools) {
    const place = `${tool.group}/${tool.name}`;
    files.set(`tools/${place}.ts`, modules.get(tool.name)!);
    files.set(`surface/${place}.json`, renderSnapshot(tool, costs.tools.get(tool.name)!));
  }
  const declarations = once(() => renderDeclarations(tools, answers));
  for (const [path, text] of await renderWorkflows(workflows, declarations, settings)) files.set(path, text);
  const lock = () =>
    printSurfaceLock(
      surfaceLock(catalogue, [...settings.discover, ...(presentation.knowledge?.tools ?? [])]),
      (name) => catalogue.index[name]?.group,
    );
  const placed = new Map([...files].map(([path, text]) => [`${folder}/${path}`, text]));
  return { files: placed, modules, costs, declarations, lock };
}

/** The files of an API with workflows: their modules, and the types that they are written against. */
async function renderWorkflows(
  workflows: readonly Workflow[],
  declarations: () => string,
  settings: RenderSettings,
): Promise<[string, string][]> {
  if (workflows.length === 0) return [];
  const runtime = runtimeFrom(settings, 1);
  const files: [string, string][] = [
    ["programs.d.ts", renderProgramTypes(declarations())],
    ["workflows/index.ts", renderWorkflowsIndex(workflows, runtime)],
    ...workflows.map((one): [string, string] => [`workflows/${one.name}.ts`, renderWorkflow(one, runtime)]),
  ];
  const texts = await formatCode(files.map(([, text]) => text));
  return files.map(([path], at) => [path, texts[at]!]);
}

function withWorkflows(answers: Answers, workflows: readonly Workflow[]): Answers {
  const own = workflows.map(({ name, answer }) => [name, { value: answer }] as const);
  return { ...answers, tools: { ...answers.tools, ...Object.fromEntries(own) } };
}

/** The modules by tool name, and the two indexes. */
async function renderCode(
  tools: readonly Tool[],
  index: string,
  settings: RenderSettings,
): Promise<[ReadonlyMap<string, string>, readonly string[]]> {
  const template = compileTemplate(settings.templates.tool);
  const module: ModuleSettings = {
    runtime: runtimeFrom(settings, 2),
    howToChange:
      settings.howToChange ??
      (({ group }) =>
        `change the description in specs/${settings.api}/tools/${group}.yaml, then run it again.`),
  };
  const sources = tools.map((tool) => renderModule(tool, template, module));
  const indexes = [index, renderToolsIndex(tools, settings)];
  const texts = await formatCode([...indexes, ...sources]);
  const modules = new Map(tools.map(({ name }, at) => [name, texts[indexes.length + at]!]));
  return [modules, texts.slice(0, indexes.length)];
}

function renderToolsIndex(tools: readonly Tool[], settings: RenderSettings): string {
  return compileTemplate(settings.templates.tools)({
    runtime: runtimeFrom(settings, 1),
    tools: tools.map(({ name, group }) => ({ name, group, identifier: identifierOf(name) })),
  });
}

function renderIndex(title: string, hasWorkflows: boolean, settings: RenderSettings): string {
  return compileTemplate(settings.templates.index)({
    title,
    runtime: runtimeFrom(settings, 0),
    workflowImport: hasWorkflows ? WORKFLOW_IMPORT : "",
    contract: `${hasWorkflows ? WORKFLOWS : ""}${settings.hasContract === true ? CONTRACT : ""}`,
  });
}

const WORKFLOW_IMPORT = '\nimport { workflows } from "./workflows/index.js";';
const WORKFLOWS = "\n  workflow: (name) => workflows[name]!(),";

const CONTRACT = `
  contract: () => import("./contract.json", { with: { type: "json" } }).then((module) => module.default as object),`;

/** The runtime's import path from a deeper folder. A package's path stays. */
function runtimeFrom({ runtime = "../../runtime/contract/" }: RenderSettings, levels: number): string {
  return runtime.startsWith(".") ? "../".repeat(levels) + runtime : runtime;
}
