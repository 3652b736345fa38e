import type { ReadResourceResult } from "@modelcontextprotocol/server";
import type { CallContext } from "../contract/caller.js";
import { textOf } from "../answer/outcome-text.js";
import type { Fault } from "../contract/fault.js";
import type { GeneratedApi } from "../contract/catalogue.js";
import type { Registry } from "../registry/registry.js";
import { manifestOf, manifestUri } from "./manifest.js";
import { errorCodes, ProtocolError, resourceNotFound } from "./protocol.js";
import { catalogResource, servedRecords } from "./records.js";
import type { CallTool } from "./call-tool.js";

/** Reads resources. @throws ProtocolError for a URI that names nothing here */
export type ReadResource = (uri: string, context: CallContext) => Promise<ReadResourceResult>;

/** The tool catalogue as a page, and records by id if the tool that reads them is visible. */
export function createResourceReader(
  registry: Registry,
  callTool: CallTool,
  signed: GeneratedApi["signed"],
): ReadResource {
  const records = servedRecords(registry);
  let page: string | undefined;
  let manifest: string | undefined;
  return async (uri, context) => {
    if (uri === catalogResource.uri) {
      page ??= catalogPage(registry);
      return { contents: [{ uri, mimeType: "text/markdown", text: page }] };
    }
    if (uri === manifestUri) {
      manifest ??= JSON.stringify(manifestOf(registry, await signed?.()));
      return { contents: [{ uri, mimeType: "application/json", text: manifest }] };
    }
    for (const { base, tool, argument } of records) {
      const id = idIn(uri, base);
      if (id === undefined) continue;
      const outcome = await callTool(tool, { [argument]: id }, context);
      if (outcome.fault) throw readFault(uri, outcome.fault);
      return { contents: [{ uri, mimeType: "application/json", text: textOf(outcome) }] };
    }
    throw notFound(uri);
  };
}

function readFault(uri: string, { kind, message }: Fault): ProtocolError {
  return kind === "not_found" ? notFound(uri) : new ProtocolError(errorCodes.internal, message);
}

function notFound(uri: string): ProtocolError {
  return resourceNotFound(uri.slice(0, 200));
}

/** The id after the base in a URI, decoded: one segment. */
function idIn(uri: string, base: string): string | undefined {
  if (!uri.startsWith(base)) return undefined;
  const segment = uri.slice(base.length);
  if (!/^[^/?#]+$/.test(segment)) return undefined;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function catalogPage(registry: Registry): string {
  const { catalogue, visible, servedName } = registry;
  const groups = new Map<string, string[]>();
  for (const { name, title, annotations } of catalogue.tools) {
    if (!visible.has(name)) continue;
    const { group, access } = catalogue.index[name]!;
    const effect = annotations.readOnlyHint
      ? "reads"
      : annotations.destructiveHint
        ? "writes, destructive"
        : "writes";
    const line = `- \`${servedName(name)}\` ${title} (${access}, ${effect})`;
    groups.set(group, [...(groups.get(group) ?? []), line]);
  }
  const sections = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, lines]) => `## ${group}\n\n${lines.join("\n")}`);
  return `# Tools of ${catalogue.api.title}\n\n${visible.size} tools.\n\n${sections.join("\n\n")}\n`;
}
