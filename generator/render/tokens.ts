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
    await memo(TOKENS, text, async () => String((await tokenizer()).encode(text, AS_TEXT).length)),
  );
}

const TOKENS = "o200k";

/** A document may contain the name of a special token, such as <|endoftext|>. It counts as normal text. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };

/**
 * A memo that estimates tokens, without loading the tokenizer. Measured on FireHydrant's tools, the sum is within 2 % and
 * each tool within 15 %.
 */
export const estimating: Memo = async (kind, input, work) =>
  kind === TOKENS ? String(estimatedTokens(input)) : work();

/** o200k divides a text into such pieces first. Most are one token. */
const PIECE = /[^A-Za-z\d\r\n]?[A-Z]*[a-z]+|[^A-Za-z\d\r\n]?[A-Z]+|\d{1,3}| ?[^\sA-Za-z\d]+|\s+/g;

function estimatedTokens(text: string): number {
  let pieces = 0;
  for (const piece of text.match(PIECE) ?? []) pieces += weightOf(piece);
  return Math.round(pieces * 1.06);
}

function weightOf(piece: string): number {
  const { length } = piece;
  if (!/[A-Za-z]$/.test(piece)) return Math.max(1, length / 4);
  if (length <= 9) return 1;
  return length <= 14 ? 1.2 : 1.8;
}

async function tokenizer() {
  return import("gpt-tokenizer/encoding/o200k_base");
}
