import type { Memo } from "../model/memo.js";

/** Source text as prettier lays it out; only text that was never laid out before takes time. */
export async function formatCode(source: string, memo: Memo): Promise<string> {
  return memo("prettier 1", source, async () => {
    const { format } = await import("prettier");
    return format(source, { parser: "typescript", printWidth: 110 });
  });
}

/** The same for a value as JSON: what fits into a line stands in one. */
export async function formatJson(value: unknown, memo: Memo): Promise<string> {
  const source = JSON.stringify(value);
  return memo("prettier json 1", source, async () => {
    const { format } = await import("prettier");
    return format(source, { parser: "json", printWidth: 110 });
  });
}
