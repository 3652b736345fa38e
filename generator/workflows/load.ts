import { createHash } from "node:crypto";
import type { CatalogueWorkflow, ListedTool } from "../../runtime/contract/catalogue.js";
import type { Hints } from "../../runtime/contract/tool.js";
import { didYouMean } from "../describe/did-you-mean.js";
import type { SourceFile } from "../describe/words.js";
import { lintOwnWords } from "../lint/words.js";
import type { Fix, ProblemList } from "../model/problem.js";
import type { Tool } from "../model/tool.js";
import { inputSchema } from "../render/json-schema.js";
import { readWorkflow } from "./read-workflow.js";
import { NotAWorkflow, type WorkflowSource } from "./workflow.js";

/** A workflow with what it is as a tool. */
export interface Workflow extends WorkflowSource {
  /** As in the catalogue, but for its tokens. */
  readonly shown: CatalogueWorkflow;
}

/** Reads the workflows of an API, and checks what they call and say. One that is wrong is reported and left out. */
export function loadWorkflows(
  files: readonly SourceFile[],
  tools: readonly Tool[],
  problems: ProblemList,
): Workflow[] {
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  return files.flatMap((file): Workflow[] => {
    const source = read(file, problems);
    if (!source || !isRight(source, byName, problems)) return [];
    const called = source.calls.map((name) => byName.get(name)!);
    const shown = shownAs(source, called);
    lintOwnWords([shown.tool], source.at, problems);
    return [{ ...source, shown }];
  });
}

function read(file: SourceFile, problems: ProblemList): WorkflowSource | undefined {
  try {
    return readWorkflow(file);
  } catch (error) {
    if (!(error instanceof NotAWorkflow)) throw error;
    problems.error("malformed-workflow", file.at, error.message, "see docs/workflows.md");
    return undefined;
  }
}

function isRight(source: WorkflowSource, tools: ReadonlyMap<string, Tool>, problems: ProblemList): boolean {
  const { name, at, calls, tags } = source;
  const groups = new Set([...tools.values()].flatMap((tool) => tool.tags));
  const faults: [code: string, what: string, fix?: Fix][] = [];
  for (const call of calls.filter((one) => !tools.has(one)))
    faults.push(["unknown-tool", `It calls ${call}, which is not a tool.`, didYouMean(call, tools.keys())]);
  for (const tag of tags.filter((one) => !groups.has(one)))
    faults.push(["unknown-group", `It has the tag ${tag}, which is not a group.`, didYouMean(tag, groups)]);
  if (calls.length === 0) faults.push(["malformed-workflow", "It calls no tool."]);
  if (tools.has(name)) faults.push(["name-taken", `A tool of the API is named ${name}, too.`]);
  for (const [code, what, fix] of faults) problems.error(code, at, what, fix);
  return faults.length === 0;
}

function shownAs(source: WorkflowSource, called: readonly Tool[]): CatalogueWorkflow {
  const { name, title, description, tags, calls, program } = source;
  const annotations = hintsOf(called);
  const tool: ListedTool = {
    name,
    title,
    description,
    inputSchema: inputSchema(source.arguments),
    annotations,
  };
  const entry = {
    operation: `workflow ${name}`,
    group: tags[0]!,
    tags,
    access: annotations.readOnlyHint ? ("get" as const) : ("custom" as const),
    aliases: [],
    calls,
    program: createHash("sha256").update(program).digest("hex"),
  };
  return { tool, entry };
}

/** A workflow does what its calls do. Two runs may do it twice. */
function hintsOf(called: readonly Tool[]): Hints {
  const readOnlyHint = called.every(({ hints }) => hints.readOnlyHint);
  return {
    readOnlyHint,
    destructiveHint: called.some(({ hints }) => hints.destructiveHint),
    idempotentHint: readOnlyHint,
    openWorldHint: called.some(({ hints }) => hints.openWorldHint),
  };
}
