import type { ListedTool } from "../../runtime/contract/catalogue.js";
import type { Memo } from "../model/memo.js";

/** Tokens (o200k) of one tool: its name, description and schemas. */
export async function toolTokens(tool: ListedTool, memo: Memo): Promise<number> {
  const { name, description, inputSchema, outputSchema } = tool;
  return countTokens(JSON.stringify({ name, description, inputSchema, outputSchema }), memo);
}

/** Tokens (o200k) of a text. The tokenizer is loaded only for texts that are not in the cache. */
export async function countTokens(text: string, memo: Memo): Promise<number> {
  return Number(
    await memo("o200k", text, async () => String((await tokenizer()).encode(text, AS_TEXT).length)),
  );
}

/** A document may contain the name of a special token, such as <|endoftext|>. It counts as normal text. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };

async function tokenizer() {
  return import("gpt-tokenizer/encoding/o200k_base");
}
