import type { Arguments } from "../../../runtime/index.js";

interface CopiedCall {
  readonly tool: string;
  readonly args: Arguments;
  /** The URL with a place for its token. */
  readonly url: string;
}

/** A call as others can make it: by its title, the text to copy. */
export function copiesOf({ tool, args, url }: CopiedCall): Readonly<Record<string, string>> {
  const params = { name: tool, arguments: args };
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params });
  return {
    "MCP JSON": JSON.stringify(params, null, 2),
    curl: [
      `curl ${quoted(url)}`,
      `-H 'content-type: application/json'`,
      `-H 'accept: application/json, text/event-stream'`,
      `-d ${quoted(body)}`,
    ].join(" \\\n  "),
    Program: `const answer = await tools.${tool}(${JSON.stringify(args, null, 2)});\nreturn answer;`,
  };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
