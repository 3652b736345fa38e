import type { JsonObjectSchema } from "./catalogue.js";
import type { Registry } from "./registry.js";
import type { Advice } from "./upstream/about.js";

/** Which visible tools help with another tool's faults, as the catalogue's own words and names have it. */
export function createAdvice(registry: Registry): Advice {
  const served = (name: string) => {
    const found = registry.find(name);
    return found && registry.servedName(found.name);
  };
  return {
    lists(tool, argument) {
      const schema = registry.find(tool.name)?.tool.inputSchema;
      const words = schema && descriptionAt(schema, argument);
      const named = words?.match(/[a-z][a-z0-9]*(?:_[a-z0-9]+)+/g) ?? [];
      return named.map(served).find((name) => name !== undefined);
    },
    shows(tool) {
      const noun = tool.name.slice(tool.name.indexOf("_") + 1);
      return [tool.poll?.tool, `get_${noun}`, `list_${plural(noun)}`]
        .filter((name) => name !== undefined)
        .map(served)
        .find((name) => name !== undefined);
    },
  };
}

type Schema = Partial<JsonObjectSchema> & { readonly items?: Schema; readonly description?: string };

/** What is said of an argument at a path such as `impacts[0].condition_id`. */
function descriptionAt(root: JsonObjectSchema, path: string): string | undefined {
  let schema: Schema | undefined = root;
  for (const [, index, name] of path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)) {
    schema = index === undefined ? (schema?.properties?.[name!] as Schema | undefined) : schema?.items;
  }
  return schema?.description;
}

function plural(noun: string): string {
  if (noun.endsWith("y")) return `${noun.slice(0, -1)}ies`;
  return noun.endsWith("s") ? noun : `${noun}s`;
}
