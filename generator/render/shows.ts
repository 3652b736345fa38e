import type { Tool } from "../model/tool.js";

/** For each tool that writes: the tool that shows whether its work was done, where there is one. */
export function showingTools(tools: readonly Tool[]): [writes: string, shows: string][] {
  const reading = tools.filter(({ hints }) => hints.readOnlyHint);
  return tools.flatMap((tool) => {
    const shows = tool.hints.readOnlyHint
      ? undefined
      : (bySameArguments(tool) ?? byPath(tool, reading) ?? byPolling(tool, reading));
    return shows === undefined ? [] : [[tool.name, shows] as [string, string]];
  });
}

/** The tool to poll with shows it, unless it needs something of the answer that did not come. */
function bySameArguments({ poll }: Tool): string | undefined {
  const needsAnswer = Object.values(poll?.arguments ?? {}).some((expression) =>
    expression.startsWith("answer"),
  );
  return needsAnswer ? undefined : poll?.tool;
}

/** What reads at the same path, or else at the nearest one above it. */
function byPath({ operation }: Tool, reading: readonly Tool[]): string | undefined {
  for (let path = operation.path; path.split("/").length > 2; path = path.slice(0, path.lastIndexOf("/"))) {
    const found = reading.find((tool) => tool.operation.method === "GET" && tool.operation.path === path);
    if (found) return found.name;
  }
  return undefined;
}

/** What lists the things that the tool to poll with shows one of. */
function byPolling({ poll }: Tool, reading: readonly Tool[]): string | undefined {
  const polled = reading.find(({ name }) => name === poll?.tool);
  const [relation] = [...(polled?.origins.values() ?? [])];
  return reading.find(({ operation }) => operation.key === relation?.from[0]?.operation)?.name;
}
