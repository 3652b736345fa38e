import type { ListedTool } from "../../runtime/contract/catalogue.js";
import type { ProblemList } from "../model/problem.js";
import type { Field } from "../model/shape.js";
import type { Tool } from "../model/tool.js";

/** Words that give a model orders. A description should only inform. */
const COMMANDS =
  /\b(?:always|never|must|ignore|you should|make sure|please|do not|don['\u2019]t|ensure)\b|\bimportant:/gi;
/** A placeholder such as `incident/<id>` is not markup. */
const MARKUP = /`|\*\*|(?<!\w\/)<\/?[a-z!]|https?:|\]\(/i;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u;

/** Checks the texts of every tool. Each violation is an error at its place. */
export function lintWords(tools: readonly Tool[], at: (tool: Tool) => string, problems: ProblemList): void {
  for (const tool of tools) {
    const where = at(tool);
    if (!tool.described) {
      problems.error(
        "undescribed-operation",
        where,
        `${tool.operation.key} has no description, so it is not served.`,
        `describe it in specs/<api>/tools/<group>.yaml:\n\n${skeleton(tool)}`,
      );
      continue;
    }
    lintDescription(tool, where, problems);
    for (const [path, text] of texts(tool)) lintText(path, text, where, problems);
  }
}

/** Checks the texts of tools that are not operations: those that search records, and workflows. */
export function lintOwnWords(tools: readonly ListedTool[], at: string, problems: ProblemList): void {
  for (const { name, title, description, inputSchema } of tools) {
    lintDescription({ name, description }, `${at}#/${name}/description`, problems);
    const words = Object.entries(inputSchema.properties).map(
      ([argument, schema]) => [argument, (schema as { description?: string }).description ?? ""] as const,
    );
    for (const [path, text] of [["title", title], ["description", description], ...words] as const)
      lintText(path, text, `${at}#/${name}`, problems);
  }
}

/** A description template for an operation without a description. */
function skeleton(tool: Tool): string {
  const lines = [
    `  ${tool.operation.key}:`,
    `    name: ${tool.name}`,
    "    title:",
    "    description: >-",
    "",
    ...(tool.arguments.length > 0 ? ["    arguments:"] : []),
    ...tool.arguments.map(({ name, words }) =>
      `      ${name}: ${words === undefined ? "" : `# ${words}`}`.trimEnd(),
    ),
  ];
  return lines.join("\n");
}

function lintDescription(
  tool: Pick<Tool, "name" | "description" | "poll">,
  where: string,
  problems: ProblemList,
): void {
  const count = tool.description.split(/\s+/).length;
  const most = MOST_WORDS + (tool.poll || tool.description.includes("Accepted") ? POLLING_WORDS : 0);
  if (count >= FEWEST_WORDS && count <= most) return;
  problems.error(
    count < FEWEST_WORDS ? "thin-description" : "long-description",
    where,
    `The description of ${tool.name} has ${count} words.`,
    `use ${FEWEST_WORDS} to ${most} words`,
  );
}

const FEWEST_WORDS = 20;
const MOST_WORDS = 90;
const POLLING_WORDS = 60;

function lintText(path: string, text: string, where: string, problems: ProblemList): void {
  const commands = [...new Set(text.match(COMMANDS))].map((word) => `"${word}"`);
  if (commands.length > 0)
    problems.error(
      "commanding-words",
      where,
      `${path} gives orders: ${commands.join(", ")}. A description only informs.`,
    );
  if (MARKUP.test(text)) problems.error("markup-in-words", where, `${path} contains markup or a URL.`);
  if (INVISIBLE.test(text))
    problems.error("invisible-characters", where, `${path} contains invisible characters.`);
  if (text === "")
    problems.error("undescribed-argument", where, `${path} has no description.`, "describe it in one line");
}

/** Title, description and the texts of all top-level arguments. Nested arguments only if they have a text. */
function texts(tool: Tool): [path: string, text: string][] {
  return [
    ["title", tool.title],
    ["description", tool.description],
    ...tool.arguments
      .filter(({ hidden }) => !hidden)
      .flatMap((argument): [string, string][] => [
        [argument.name, argument.words ?? ""],
        ...nested(argument),
      ]),
  ];
}

function nested(field: Field, path = field.name): [string, string][] {
  const shape = bare(field.shape);
  if (shape.kind !== "record") return [];
  return shape.fields.flatMap((inner): [string, string][] => [
    ...(inner.words === undefined ? [] : ([[`${path}.${inner.name}`, inner.words]] as [string, string][])),
    ...nested(inner, `${path}.${inner.name}`),
  ]);
}

function bare(shape: Field["shape"]): Field["shape"] {
  if (shape.kind === "list" || shape.kind === "nullable") return bare(shape.of);
  return shape;
}
