import { plainArguments } from "../describe/relations-check.js";
import type { Tool } from "../model/tool.js";
import { comment } from "../render/literal.js";

/** A description template for an operation, and the file that it belongs in. */
export interface Skeleton {
  readonly operation: string;
  readonly group: string;
  /** Indented for `operations:` of a descriptions file. Ends with a newline. */
  readonly yaml: string;
}

/**
 * Description templates for all operations without a description: the proposed name and the arguments. If arguments of
 * the same name have a known source elsewhere, a comment suggests it. The generator refuses empty descriptions, so it
 * serves nothing before you write them.
 */
export function skeletons(tools: readonly Tool[]): Skeleton[] {
  const described = tools.filter((tool) => tool.described);
  return tools
    .filter((tool) => !tool.described)
    .map((tool) => ({
      operation: tool.operation.key,
      group: groupOf(tool, described),
      yaml: block(tool, described),
    }));
}

/**
 * Appends templates to a descriptions file, or starts a new file. Operations that the file already has are left out.
 */
export function withSkeletons(group: string, text: string | undefined, blocks: readonly Skeleton[]): string {
  const before =
    text ??
    `# Words for the ${group} group, keyed by METHOD /path of the contract.\ngroup: ${group}\noperations:\n`;
  const missing = blocks.filter(({ operation }) => !before.includes(`\n  ${quoted(operation)}:`));
  if (missing.length === 0) return before;
  return `${before.trimEnd()}\n${missing.map(({ yaml }) => `\n${yaml}`).join("")}`;
}

function block(tool: Tool, described: readonly Tool[]): string {
  const { operation, name, access } = tool;
  const lines = [
    `  # New, ${access}: fill in every empty place; the name is a proposal.`,
    `  ${quoted(operation.key)}:`,
    `    name: ${name}`,
    "    title:",
    "    description:",
    ...(tool.arguments.length > 0 ? ["    arguments:"] : []),
    ...tool.arguments.flatMap((argument) => argumentLines(argument.name, tool, described)),
  ];
  return `${lines.join("\n")}\n`;
}

function argumentLines(argument: string, tool: Tool, described: readonly Tool[]): string[] {
  const { required, words } = tool.arguments.find(({ name }) => name === argument)!;
  const facts = [required ? "required" : "", words ?? ""].filter((fact) => fact !== "").join("; ");
  return [
    ...guesses(argument, tool, described),
    `      ${quoted(argument)}:${facts === "" ? "" : ` # ${comment(facts)}`}`,
  ];
}

/** Suggestions from arguments of the same name, if no relation covers this one. */
function guesses(argument: string, tool: Tool, described: readonly Tool[]): string[] {
  return plainArguments(tool.operation)
    .filter(({ path }) => rootOf(path) === argument && !tool.origins.has(path))
    .flatMap(({ path, place }) => {
      const value = usualValue(lastOf(path), described);
      if (value === undefined) return [];
      return [`      # guess: ${place} ${comment(path)} takes the value "${value}" of relations.yaml`];
    });
}

/** The kind of value that most arguments of this name take, if most of them take the same. */
function usualValue(argument: string, described: readonly Tool[]): string | undefined {
  const bearing = described.flatMap(({ operation, origins }) =>
    plainArguments(operation)
      .filter(({ path }) => lastOf(path) === argument)
      .map(({ path }) => origins.get(path)?.value),
  );
  const values = bearing.filter((value) => value !== undefined);
  return values.length * 2 > bearing.length ? byFrequency(values)[0] : undefined;
}

/** The group of the described operation whose path has the most in common with this one. */
function groupOf(tool: Tool, described: readonly Tool[]): string {
  const path = tool.operation.path.split("/");
  const common = (other: string) => {
    const segments = other.split("/");
    const end = path.findIndex((segment, index) => segment !== segments[index]);
    return end < 0 ? path.length : end;
  };
  const shared = described.map(({ operation, group }) => ({ group, length: common(operation.path) }));
  const most = Math.max(0, ...shared.map(({ length }) => length));
  // All paths share the empty first segment and the version.
  if (most <= 2) return tool.group;
  return byFrequency(shared.filter(({ length }) => length === most).map(({ group }) => group))[0]!;
}

function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1)).map(([value]) => value);
}

function rootOf(path: string): string {
  return path.split(/[.[]/)[0]!;
}

function lastOf(path: string): string {
  return path.split(".").at(-1)!.replaceAll("[]", "");
}

/** Quotes a key if YAML could read it as something else. */
function quoted(key: string): string {
  return /^[A-Za-z_][\w /{}.-]*$/.test(key) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(key)
    ? key
    : JSON.stringify(key);
}
