import type { Tool } from "../model/tool.js";
import { literal } from "./literal.js";
import type { Template } from "./templates.js";
import { inputExpression } from "./zod.js";

/** Import paths and the header of a module. */
export interface ModuleSettings {
  /** Import path of the runtime's folder, with a slash at the end. */
  readonly runtime: string;
  /** One sentence: where to change what the module says. */
  readonly howToChange: (tool: Tool) => string;
}

/** The source of one tool's module, not yet formatted. */
export function renderModule(tool: Tool, template: Template, settings: ModuleSettings): string {
  const input = inputExpression(tool.arguments);
  return template({
    operation: tool.operation.key,
    howToChange: settings.howToChange(tool),
    imports: imports(input, settings.runtime),
    identifier: identifierOf(tool.name),
    name: tool.name,
    title: tool.title,
    description: tool.description,
    access: tool.access,
    annotations: tool.hints,
    request: tool.request,
    input,
    rest: optionalMembers(tool),
  });
}

/** `create_incident` as a constant's name: `createIncident`. */
export function identifierOf(name: string): string {
  const camel = name
    .replaceAll(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    .replaceAll("_", "");
  return RESERVED.has(camel) ? `${camel}Tool` : camel;
}

function imports(input: string, runtime: string): string {
  const lines = [`import { defineTool } from ${literal(`${runtime}tool.js`)};`];
  if (input.includes("fileArgument()"))
    lines.unshift(`import { fileArgument } from ${literal(`${runtime}file-argument.js`)};`);
  if (input.includes("digits()")) lines.unshift(`import { digits } from ${literal(`${runtime}digits.js`)};`);
  return lines.join("\n");
}

function optionalMembers({ poll, view, formerArguments, ignoredArguments }: Tool): string {
  const members = {
    ...(poll ? { poll } : {}),
    ...(view ? { view } : {}),
    ...(formerArguments ? { formerArguments } : {}),
    ...(ignoredArguments ? { ignoredArguments } : {}),
  };
  return Object.entries(members)
    .map(([name, value]) => `${name}: ${literal(value)},`)
    .join("\n");
}

/** Words that cannot name a constant, and names that a module already uses. */
const RESERVED = new Set(
  (
    "break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if import in instanceof new null return super switch this throw true try typeof var void while with " +
    "yield let static await async eval arguments implements interface package private protected public z paths " +
    "defineTool fileArgument digits"
  ).split(" "),
);
