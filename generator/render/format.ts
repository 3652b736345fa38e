import type { Memo } from "../model/memo.js";

/** Formats source text in prettier's style. */
export function formatCode(source: string, memo: Memo): Promise<string> {
  return formatted("source.ts", source, memo);
}

/** Formats a value as JSON. Values that fit into a line stay on one. */
export function formatJson(value: unknown, memo: Memo): Promise<string> {
  return formatted("source.json", JSON.stringify(value), memo);
}

async function formatted(name: string, source: string, memo: Memo): Promise<string> {
  return memo(`format ${name}`, source, async () => {
    const { format } = await import("oxfmt");
    const { code, errors } = await format(name, source, { printWidth: 110 });
    if (errors.length > 0)
      throw new Error(`The generated text is not valid source text: ${errors[0]!.message}`);
    return code;
  });
}
