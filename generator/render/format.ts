import type { Memo } from "../model/memo.js";

/** Source text as the formatter lays it out, which is how prettier would. */
export function formatCode(source: string, memo: Memo): Promise<string> {
  return formatted("source.ts", source, memo);
}

/** The same for a value as JSON: what fits into a line stands in one. */
export function formatJson(value: unknown, memo: Memo): Promise<string> {
  return formatted("source.json", JSON.stringify(value), memo);
}

async function formatted(name: string, source: string, memo: Memo): Promise<string> {
  return memo(`format ${name}`, source, async () => {
    const { format } = await import("oxfmt");
    const { code, errors } = await format(name, source, { printWidth: 110 });
    if (errors.length > 0) throw new Error(`What was made is no source text: ${errors[0]!.message}`);
    return code;
  });
}
