import type * as overlays from "openapi-format/utils/overlay.js";
import { z } from "zod";
import { pointer, type ProblemList } from "../model/problem.js";
import type { JsonObject } from "./rewrite.js";
import { yamlValue } from "./yaml-value.js";

/**
 * Applies an OpenAPI Overlay 1.0 (https://spec.openapis.org/overlay/v1.0.0.html) to a copy of `document`. Every action
 * must give its reason and match something. A repair of something that upstream has fixed is an error.
 * @param file the overlay's path, for problems
 */
export async function applyRepairs(
  document: JsonObject,
  overlayYamlText: string,
  problems: ProblemList,
  file = "repairs.yaml",
): Promise<JsonObject> {
  const repaired = structuredClone(document) as Repairable;
  const actions = readActions(overlayYamlText, problems, file);
  if (actions.length === 0) return repaired as JsonObject;
  // Only a document with repairs needs the library. Of openapi-format this file loads eight times as fast as all.
  const library = await import("openapi-format/utils/overlay.js");
  for (const [index, found] of actions.entries()) {
    const at = `${file}#${pointer("actions", String(index))}`;
    const action = check(actionShape, found, { code: "invalid-repair", at }, problems);
    if (action !== undefined) await applyAction({ document: repaired, library, at, problems }, action);
  }
  return repaired as JsonObject;
}

type Repairable = Record<string, unknown>;

const overlayShape = z.object({
  overlay: z.string().regex(/^1\.0\.\d+$/, "the version of an Overlay is 1.0.0"),
  info: z.object({ title: z.string(), version: z.string() }),
  actions: z.array(z.unknown()).min(1),
});

const actionShape = z
  .strictObject({
    target: z.string().startsWith("$", "a target is a JSONPath and begins with $"),
    description: z.string().trim().min(1, "a repair states its reason here"),
    update: z.unknown().optional(),
    remove: z.literal(true).optional(),
  })
  .refine((action) => (action.update === undefined) === (action.remove === true), {
    message: "a repair has either an update or remove: true",
  })
  .refine((action) => action.remove !== true || action.target !== "$", {
    message: "the whole document cannot be removed",
  });

type Action = z.infer<typeof actionShape>;

/** The actions in the file. Empty for a file that is empty or has only comments. */
function readActions(text: string, problems: ProblemList, file: string): readonly unknown[] {
  try {
    const overlay: unknown = yamlValue(text) ?? undefined;
    if (overlay === undefined) return [];
    return check(overlayShape, overlay, { code: "invalid-overlay", at: file }, problems)?.actions ?? [];
  } catch (error) {
    problems.error("invalid-overlay", file, `It is not YAML: ${(error as Error).message}`);
    return [];
  }
}

function check<T>(
  shape: z.ZodType<T>,
  value: unknown,
  { code, at }: { code: string; at: string },
  problems: ProblemList,
): T | undefined {
  const { success, data, error } = shape.safeParse(value);
  if (success) return data;
  for (const { path, message } of error.issues) {
    problems.error(code, path.length > 0 ? `${at} ${path.join(".")}` : at, message);
  }
  return undefined;
}

type Library = typeof overlays;

interface Repairing {
  readonly document: Repairable;
  readonly library: Library;
  /** The action's place in its file. */
  readonly at: string;
  readonly problems: ProblemList;
}

async function applyAction(
  { document, library: { openapiOverlay, resolveJsonPath }, at, problems }: Repairing,
  action: Action,
): Promise<void> {
  const { target, remove } = action;
  const matches = resolveJsonPath(document, target);
  if (matches.length === 0) {
    const fix = "delete the action if upstream has fixed the place, otherwise correct its target";
    problems.error("repair-matches-nothing", at, `Nothing in the document is at ${target}.`, fix);
    return;
  }
  if (remove === true) return removeAll(matches);
  // With version 1.0, openapi-format adds keys to a list instead of adding an entry.
  const overlaySet = { overlay: "1.1.0", actions: [action] };
  const { resultData } = await openapiOverlay(document, { overlaySet });
  if ((resultData as { totalUnusedActions?: number }).totalUnusedActions === 0) return;
  problems.error(
    "invalid-repair",
    at,
    `The update does not fit ${target}: one is an object, the other is not.`,
  );
}

/** Empties a list in one step. openapi-format removes entries one by one, and misses those that moved. */
function removeAll(matches: readonly Match[]): void {
  const fromLists = new Map<unknown[], Set<unknown>>();
  for (const { parent, key } of matches) {
    if (Array.isArray(parent)) fromLists.set(parent, (fromLists.get(parent) ?? new Set()).add(key));
    else if (parent !== undefined && key !== undefined) delete (parent as Repairable)[key];
  }
  for (const [list, keys] of fromLists) {
    list.splice(0, list.length, ...list.filter((_, index) => !keys.has(index)));
  }
}

type Match = ReturnType<Library["resolveJsonPath"]>[number];
