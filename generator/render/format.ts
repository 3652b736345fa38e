/** Formats modules in prettier's style. @param sources texts of modules */
export async function formatCode(sources: readonly string[]): Promise<string[]> {
  // One text: the formatter starts a thread for each.
  const text = await formatted("source.ts", sources.join(`\n${NEXT}\n`));
  return text.split(`${NEXT}\n`).map((module) => `${module.trim()}\n`);
}

/** A line that no module has: what a module takes from a document is in literals, or behind other words in a comment. */
const NEXT = "// The next module.";

/** Formats a value as JSON. Values that fit into a line stay on one. */
export function formatJson(value: unknown): Promise<string> {
  return formatted("source.json", JSON.stringify(value));
}

async function formatted(name: string, source: string): Promise<string> {
  const { format } = await import("oxfmt");
  const { code, errors } = await format(name, source, { printWidth: 110 });
  if (errors.length > 0)
    throw new Error(`The generated text is not valid source text: ${errors[0]!.message}`);
  return code;
}
