import type { JsonObjectSchema, ListedTool } from "../../runtime/contract/catalogue.js";

/** The descriptions of the two tools from `knowledge.yaml`. */
export interface KnowledgeWords {
  readonly search: { readonly title: string; readonly description: string; readonly query: string };
  readonly fetch: { readonly title: string; readonly description: string; readonly id: string };
}

/**
 * `search` and `fetch` as they are listed. OpenAI defines their names, arguments and answers, for ChatGPT's deep
 * research and company knowledge: https://developers.openai.com/api/docs/mcp.
 */
export function knowledgeTools({ search, fetch }: KnowledgeWords): readonly ListedTool[] {
  return [
    {
      name: "search",
      title: search.title,
      description: search.description.trim(),
      inputSchema: object({ query: { ...text, description: search.query } }),
      outputSchema: object({
        results: { type: "array", items: object({ id: text, title: text, url: text }) },
      }),
      annotations: reads,
    },
    {
      name: "fetch",
      title: fetch.title,
      description: fetch.description.trim(),
      inputSchema: object({ id: { ...text, description: fetch.id } }),
      outputSchema: object({
        id: text,
        title: text,
        text,
        url: text,
        metadata: { type: "object", additionalProperties: text },
      }),
      annotations: reads,
    },
  ];
}

const text = { type: "string" };

const reads = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true };

function object(properties: JsonObjectSchema["properties"]): JsonObjectSchema {
  return { type: "object", properties, required: Object.keys(properties) };
}
