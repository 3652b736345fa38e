import { createHash } from "node:crypto";
import type { Access } from "../../runtime/contract/tool.js";
import type { Operation } from "../model/operation.js";

/** Cursor drops a tool if server name and tool name together exceed 60 characters. */
export const LONGEST_NAME = 48;

/** The longest name that hosted platforms and model APIs accept. */
export const LONGEST_ALIAS = 64;

/** Unique names for operations without a description: snake_case of the operationId, or of method and path. */
export function proposeNames(
  operations: readonly Operation[],
  taken: ReadonlySet<string>,
): Map<string, string> {
  const used = new Set(taken);
  const names = new Map<string, string>();
  for (const operation of operations) {
    const wanted = snakeCase(operation.operationId ?? "") || nameFromPath(operation);
    const fitting = wanted.length <= LONGEST_NAME ? wanted : shortened(wanted, operation.key);
    const name = used.has(fitting) ? shortened(wanted, operation.key) : fitting;
    used.add(name);
    names.set(operation.key, name);
  }
  return names;
}

/** Acronyms with small letters in them: a plural such as `SLOs`, and `OAuth`. */
const MIXED = /(?<![A-Z])[A-Z]{2,}s(?![a-z])|OAuth/g;

/** `listPets`, `list-pets` and `pets/list` become `list_pets`, `list_pets` and `pets_list`. */
export function snakeCase(text: string): string {
  const words = text
    .replaceAll(MIXED, (word) => word[0]! + word.slice(1).toLowerCase())
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");
  return /^[a-z]/.test(words) || words === "" ? words : `call_${words}`;
}

/**
 * The name in the style of hosted integration platforms, such as `list_all_fire_hydrant_incidents`; undefined if it
 * would be too long. `product` is the API's name in snake_case.
 */
export function managedName(
  name: string,
  access: Access,
  byId: boolean,
  product: string,
): string | undefined {
  const [verb, ...rest] = name.split("_");
  const noun = rest.join("_");
  const managed = noun === "" ? `${verb}_${product}` : phrase(access, verb!, `${product}_${noun}`, byId);
  return managed.length <= LONGEST_ALIAS ? managed : undefined;
}

function phrase(access: Access, verb: string, noun: string, byId: boolean): string {
  if (access === "list" && verb === "list") return `list_all_${noun}`;
  const end = byId ? "_by_id" : "";
  return access === "get" && verb === "get" ? `get_single_${noun}${end}` : `${verb}_a_${noun}${end}`;
}

function nameFromPath({ method, path }: Operation): string {
  return snakeCase(`${method} ${path}`.replaceAll(/[{}]/g, " "));
}

/** Shortens a name. A part of the operation's digest keeps it unique and stable. */
function shortened(name: string, key: string): string {
  const digest = createHash("sha256").update(key).digest("hex").slice(0, 6);
  return `${name.slice(0, LONGEST_NAME - digest.length - 1).replace(/_+$/, "")}_${digest}`;
}
