import type { Tool } from "../model/tool.js";

/** For each tool that writes, the tool that shows whether its work was done, if there is one. */
export function showingTools(tools: readonly Tool[]): [writes: string, shows: string][] {
  const reading = tools.filter(({ hints }) => hints.readOnlyHint);
  return tools.flatMap((tool) => {
    const shows = tool.hints.readOnlyHint
      ? undefined
      : (bySameArguments(tool) ?? byPath(tool, reading) ?? byPolling(tool, reading));
    return shows === undefined ? [] : [[tool.name, shows] as [string, string]];
  });
}

/** The poll's tool shows it, unless the poll needs something from an answer that did not arrive. */
function bySameArguments({ poll }: Tool): string | undefined {
  const needsAnswer = Object.values(poll?.arguments ?? {}).some((expression) =>
    expression.startsWith("answer"),
  );
  return needsAnswer ? undefined : poll?.tool;
}

/** The tool that reads the same path, or else the nearest path above it. */
function byPath({ operation }: Tool, reading: readonly Tool[]): string | undefined {
  for (let path = operation.path; path.split("/").length > 2; path = path.slice(0, path.lastIndexOf("/"))) {
    const found = reading.find((tool) => tool.operation.method === "GET" && tool.operation.path === path);
    if (found) return found.name;
  }
  return undefined;
}

/** The list tool for the records that the poll's tool reads one by one. */
function byPolling({ poll }: Tool, reading: readonly Tool[]): string | undefined {
  const polled = reading.find(({ name }) => name === poll?.tool);
  const [relation] = [...(polled?.origins.values() ?? [])];
  return reading.find(({ operation }) => operation.key === relation?.from[0]?.operation)?.name;
}
