import {
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  type ReadResourceResult,
  type Resource,
  type ResourceTemplateType,
} from "@modelcontextprotocol/server";
import type { CallContext } from "../caller.js";
import type { FaultKind } from "../fault.js";
import type { Registry } from "../registry.js";
import type { McpService } from "./service.js";

/** The readable things beside the tools. */
export interface Resources {
  readonly listed: readonly Resource[];
  readonly templates: readonly ResourceTemplateType[];
  /** @throws ResourceNotFoundError for a URI that names nothing here. */
  read(uri: string, context: CallContext): Promise<ReadResourceResult>;
}

const catalogUri = "standpipe://catalog";

/** The hash of what was reviewed, for `standpipe verify`. It is nothing for a model, so it isn't listed. */
export const surfaceUri = "standpipe://surface";

/** The tool catalogue as a page, and records by their id where the tool that reads them is visible. */
export function createResources(registry: Registry, callTool: McpService["callTool"]): Resources {
  const records = servedRecords(registry);
  let page: string | undefined;
  return {
    listed: [
      {
        uri: catalogUri,
        name: "catalog",
        title: "Tool catalogue",
        description: "Every tool that can be called here, by group, the unlisted ones too.",
        mimeType: "text/markdown",
      },
    ],
    templates: records.map(({ template }) => template),
    async read(uri, context) {
      if (uri === catalogUri) {
        page ??= catalogPage(registry);
        return { contents: [{ uri, mimeType: "text/markdown", text: page }] };
      }
      if (uri === surfaceUri)
        return { contents: [{ uri, mimeType: "text/plain", text: registry.catalogue.surface }] };
      for (const { pattern, tool, argument } of records) {
        const id = idIn(uri, pattern);
        if (id === undefined) continue;
        const { content, isError } = await callTool(tool, { [argument]: id }, context);
        if (isError) throw readFault(uri, content[0].text);
        return { contents: [{ uri, mimeType: "application/json", text: content[0].text }] };
      }
      throw notFound(uri);
    },
  };
}

function readFault(uri: string, text: string): ProtocolError {
  const { error } = JSON.parse(text) as { error: { kind: FaultKind; message: string } };
  return error.kind === "not_found"
    ? notFound(uri)
    : new ProtocolError(ProtocolErrorCode.InternalError, error.message);
}

function notFound(uri: string): ProtocolError {
  return new ResourceNotFoundError(uri.slice(0, 200));
}

/** Records that are worth reading by URI: the collection's name in it, the tool that reads one, and words. */
const recordKinds = [
  {
    collection: "incidents",
    tool: "get_incident",
    title: "Incident",
    description: "One incident by its id.",
  },
];

function servedRecords(registry: Registry) {
  return recordKinds.flatMap(({ collection, tool, title, description }) => {
    const required = registry.find(tool)?.tool.inputSchema.required ?? [];
    const [argument] = required;
    // A tool of another shape may well bear the same name in another API.
    if (argument === undefined || required.length > 1) return [];
    const base = `${registry.catalogue.api.name}://${collection}/`;
    const template = {
      uriTemplate: `${base}{id}`,
      name: collection,
      title,
      description,
      mimeType: "application/json",
    };
    return [{ template, pattern: base, tool, argument }];
  });
}

/** The id that follows the base in a URI, decoded: one segment. */
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
