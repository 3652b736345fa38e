import { z } from "zod";
import { checkArguments } from "../arguments/check.js";
import type { Arguments, CallContext } from "../contract/caller.js";
import type { Answered, CallOutcome } from "../contract/outcome.js";
import type { Catalogue } from "../contract/catalogue.js";
import type { RunTool } from "../discover/discover.js";
import type { Registry } from "../registry/registry.js";
import type { ToolModule } from "../contract/tool.js";
import { createReadTool } from "./read-tool.js";
import { webOf } from "./document.js";
import { fetchDocument } from "./fetch.js";
import type { KnowledgeName } from "../registry/knowledge-names.js";
import { createNewest } from "./newest.js";
import { search } from "./search.js";

/** Runs `search` and `fetch`, over the kinds of records whose tools the registry shows. */
export type KnowledgeCalls = (
  name: KnowledgeName,
  args: Arguments,
  context: CallContext,
) => Promise<CallOutcome>;

export interface KnowledgeOptions {
  /** The API's server. Links lead to its web app. */
  readonly baseUrl?: string;
  /** Tokens of a result. */
  readonly tokenBudget: number;
}

/** A call's fault is thrown as a Fault. */
export function createKnowledge(
  { api, knowledge }: Pick<Catalogue, "api" | "knowledge">,
  registry: Registry,
  run: RunTool,
  { baseUrl, tokenBudget }: KnowledgeOptions,
): KnowledgeCalls {
  const answers = createReadTool(registry, run);
  const parts = {
    kinds: registry.kinds,
    web: knowledge ? webOf(knowledge, api.servers, baseUrl) : "",
    answers,
    newest: createNewest(answers),
    tokenBudget,
    exists: (tool: string) => registry.visible.has(tool),
  };

  async function searched(query: string, context: CallContext): Promise<CallOutcome> {
    const { results, failed } = await search(query, parts, context);
    const [first] = failed.values();
    if (first && results.length === 0 && failed.size === parts.kinds.length) return first;
    const outcome = outcomeOf({ results });
    if (failed.size === 0) return outcome;
    // OpenAI's format has no field for it, so it is a remark.
    const notSearched = Object.fromEntries([...failed].map(([kind, { fault }]) => [kind, fault.message]));
    return { ...outcome, meta: { not_searched: notSearched } };
  }

  return async (name, args, context) => {
    switch (name) {
      case "search":
        return searched(checked(searchInput, args).query, context);
      case "fetch": {
        const document = await fetchDocument(checked(fetchInput, args).id, parts, context);
        return "failed" in document ? document.failed : outcomeOf({ ...document });
      }
    }
  };
}

const searchInput = z.strictObject({ query: z.string().max(500) });
const fetchInput = z.strictObject({ id: z.string().min(1).max(200) });

function checked<Output>(input: z.ZodType<Output>, args: Arguments): Output {
  // The check only needs the tool's input.
  checkArguments({ input } as unknown as ToolModule, args);
  return args as Output;
}

function outcomeOf(value: Readonly<Record<string, unknown>>): Answered {
  return { value, structured: true };
}
