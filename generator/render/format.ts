/** Formats modules in prettier's style. @param sources texts of modules */
export async function formatCode(sources: readonly string[]): Promise<string[]> {
  const modules: string[] = [];
  for (const part of partsOf(sources)) {
    const text = await formatted("source.ts", part.join(`\n${NEXT}\n`));
    modules.push(...text.split(`${NEXT}\n`).map((module) => `${module.trim()}\n`));
  }
  return modules;
}

/** Modules that are formatted as one text, because the formatter starts a thread for each. */
function partsOf(sources: readonly string[]): string[][] {
  const parts: string[][] = [];
  let length = Infinity;
  for (const source of sources) {
    if (length + source.length > LONGEST_PART) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)!.push(source);
    length += source.length;
  }
  return parts;
}

/** Longer parts need more memory, and shorter ones more threads. */
const LONGEST_PART = 300_000;

/** A line that no module has: what a module takes from a document is in literals, or behind other words in a comment. */
const NEXT = "// The next module.";

/** Formats a value as JSON. Values that fit into a line stay on one. */
export function formatJson(value: unknown): Promise<string> {
  return formatted("source.json", JSON.stringify(value));
}

async function formatted(name: string, source: string): Promise<string> {
  // The formatter's allocator returns memory at once, so that the next text can have it: 25 MB less for 3 MB of document.
  process.env["MIMALLOC_ARENA_EAGER_COMMIT"] ??= "0";
  process.env["MIMALLOC_PURGE_DELAY"] ??= "0";
  const { format } = await import("oxfmt");
  const { code, errors } = await format(name, source, { printWidth: 110 });
  if (errors.length > 0)
    throw new Error(`The generated text is not valid source text: ${errors[0]!.message}`);
  return code;
}
