import type { ListedTool } from "../../../runtime/index.js";
import type { ServedApi } from "../../apis.js";
import { kindOf, propertyOf } from "../catalog/try.js";

/** A tool that lists the values of an argument. */
export interface PickSource {
  readonly tool: string;
  /** Paths in its answer: of the list, and in a record of the list. */
  readonly list: string;
  readonly value: string;
  readonly name: string | undefined;
}

/** The sources of a tool's arguments, by argument. Only plain texts have one, and only if it takes no further values. */
export async function pickSources(
  api: ServedApi,
  tool: ListedTool,
): Promise<ReadonlyMap<string, PickSource>> {
  const lookups = await api.lookups?.();
  const found = new Map<string, PickSource>();
  for (const [argument, lookup] of Object.entries(lookups?.tools[tool.name] ?? {})) {
    if (typeof lookup !== "string" && (lookup.by !== undefined || lookup.with !== undefined)) continue;
    if (kindOf(propertyOf(tool, argument)) !== "text") continue;
    const kind = lookups!.kinds[typeof lookup === "string" ? lookup : lookup.kind];
    const source = kind?.takes === undefined ? kind?.from[0] : undefined;
    const [, list, value] = /^(.*)\[\]\.(.+)$/.exec(source?.field ?? "") ?? [];
    if (!source || list === undefined || value === undefined) continue;
    found.set(argument, {
      tool: source.tool,
      list,
      value,
      name: source.match?.[0]?.replace(/^.*\[\]\./, ""),
    });
  }
  return found;
}

/** The values in an answer, each with its name. */
export function picksIn(answer: string, { list, value, name }: PickSource): [string, string][] {
  // Lists are presented to models as `items`.
  const records = at(parsed(answer), "items") ?? at(parsed(answer), list);
  if (!Array.isArray(records)) return [];
  return records.flatMap((record): [string, string][] => {
    const [id, words] = [at(record, value), name === undefined ? undefined : at(record, name)];
    if (typeof id !== "string") return [];
    return [[id, typeof words === "string" && words !== id ? `${words} (${id})` : id]];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value at a path such as `owner.name`. */
function at(value: unknown, path: string): unknown {
  return path
    .split(".")
    .filter(Boolean)
    .reduce<unknown>(
      (now, part) =>
        typeof now === "object" && now !== null ? (now as Record<string, unknown>)[part] : undefined,
      value,
    );
}
