import type { Resource, ResourceTemplateType } from "@modelcontextprotocol/server";
import type { Registry } from "../registry/registry.js";

/** The tool catalogue as a page. */
export const catalogResource: Resource = {
  uri: "standpipe://catalog",
  name: "catalog",
  title: "Tool catalogue",
  description: "Every tool that can be called here, by group, the unlisted ones too.",
  mimeType: "text/markdown",
};

/** Records that a tool reads by id. */
export interface RecordKind {
  readonly template: ResourceTemplateType;
  /** The part of a URI before the id. */
  readonly base: string;
  readonly tool: string;
  readonly argument: string;
}

/** The kinds of records whose tool is visible. */
export function servedRecords(registry: Registry): readonly RecordKind[] {
  const known = served.get(registry) ?? recordsOf(registry);
  served.set(registry, known);
  return known;
}

/** Many server URLs share a registry. */
const served = new WeakMap<Registry, readonly RecordKind[]>();

function recordsOf({ catalogue, find }: Registry): RecordKind[] {
  return (catalogue.records ?? []).flatMap(({ collection, tool, title, description }) => {
    const required = find(tool)?.tool.inputSchema.required ?? [];
    const [argument] = required;
    // A record is read only by its id.
    if (argument === undefined || required.length > 1) return [];
    const base = `${catalogue.api.name}://${collection}/`;
    const template = {
      uriTemplate: `${base}{id}`,
      name: collection,
      title,
      description,
      mimeType: "application/json",
    };
    return [{ template, base, tool, argument }];
  });
}
