import type { SearchDocument } from "../../runtime/discover/search-options.js";
import type { Field, Shape } from "../model/shape.js";
import type { Tool } from "../model/tool.js";

/** What search knows of a tool: its names, words, arguments and tags. */
export function searchDocument(tool: Tool): SearchDocument {
  return {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    arguments: argumentNames(tool.arguments).join(" "),
    tags: tool.tags.join(" "),
    asks: tool.asks,
  };
}

function argumentNames(fields: readonly Field[]): string[] {
  return fields.flatMap((field) => [field.name, ...namesWithin(field.shape)]);
}

function namesWithin(shape: Shape): string[] {
  switch (shape.kind) {
    case "record":
      return argumentNames(shape.fields);
    case "list":
    case "nullable":
      return namesWithin(shape.of);
    case "choice":
      return [...shape.values];
    default:
      return [];
  }
}
