import { countTokens, toolTokens } from "../../generator/render/tokens.js";
import { noMemo } from "../../generator/model/memo.js";
import { type Caller, type ListedTool, type McpService, textOf } from "../../runtime/index.js";

/** Counts of what an agent's model read and wrote. */
export interface Usage {
  readonly calls: number;
  /** Calls of the API's tools, also by programs and workflows. */
  readonly toolCalls: number;
  /** Instructions, listed tools and results, each counted once, in o200k tokens. */
  readonly tokensIn: number;
  /** Names and arguments of calls. */
  readonly tokensOut: number;
}

export interface Meter {
  usage(): Promise<Usage>;
}

/** Makes a service and counts its traffic. Errors are results and count as well. */
export function metered(
  caller: Caller,
  create: (caller: Caller) => McpService,
): { readonly service: McpService; readonly meter: Meter } {
  let toolCalls = 0;
  const service = create({
    ...caller,
    call: (...given) => {
      toolCalls += 1;
      return caller.call(...given);
    },
  });
  const calls: string[] = [];
  const results: string[] = [];
  const callTool: McpService["callTool"] = async (name, args, context) => {
    calls.push(JSON.stringify({ name, arguments: args }));
    try {
      const outcome = await service.callTool(name, args, context);
      results.push(textOf(outcome));
      return outcome;
    } catch (error) {
      results.push((error as Error).message);
      throw error;
    }
  };
  const usage = async (): Promise<Usage> => ({
    calls: calls.length,
    toolCalls,
    tokensIn: (await fixedTokens(service)) + (await tokens(results)),
    tokensOut: await tokens(calls),
  });
  return { service: { ...service, callTool }, meter: { usage } };
}

/** The text that every model reads before its first call. */
async function fixedTokens({ instructions, lists }: McpService): Promise<number> {
  const { tools } = lists["tools/list"];
  const listed = await Promise.all(tools.map((tool) => toolTokens(tool as ListedTool, noMemo)));
  return listed.reduce((sum, count) => sum + count, await tokens([instructions]));
}

async function tokens(texts: readonly string[]): Promise<number> {
  const counts = await Promise.all(texts.map((text) => countTokens(text, noMemo)));
  return counts.reduce((sum, count) => sum + count, 0);
}
