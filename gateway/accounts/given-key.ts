import type { Core } from "../core.js";
import type { ServedApi } from "../apis.js";
import { badRequest, GatewayError } from "../error.js";
import { keyContext } from "../secrets/keys.js";
import type { AccountRow } from "../store/schema.js";
import { checkKey, requireUsable } from "./key-check.js";
import { ReferenceFault } from "./references/fault.js";

/** A key in a request: itself, or where the gateway reads it. */
export interface KeyInput {
  readonly api_key?: string;
  readonly key_reference?: string;
}

/** A key that can be used, and when its API accepted it. */
export interface GivenKey {
  readonly text: string;
  readonly reference: string | null;
  readonly verified_at: string | null;
}

type Place = Pick<AccountRow, "region" | "base_url">;

/**
 * The key of a request, read and checked. Undefined if there is none.
 * @throws GatewayError 400 for a key that the API refuses or that cannot be read, 403 for a reference by a person with a
 * part of the accounts, 502 if the API cannot be reached
 */
export async function givenKey(
  core: Core,
  { api, place }: { readonly api: ServedApi; readonly place: Place },
  { api_key, key_reference }: KeyInput,
  verify: boolean,
): Promise<GivenKey | undefined> {
  if (api_key !== undefined && key_reference !== undefined)
    throw badRequest("api_key, key_reference: only one of them is allowed");
  const text =
    key_reference === undefined
      ? api_key
      : await referencedText(core, key_reference, { ...place, api: api.name });
  if (text === undefined) return undefined;
  requireUsable(api, place.base_url, text);
  const verified_at = verify ? await checkKey(api, place.base_url, text, core.now) : null;
  return { text, reference: key_reference ?? null, verified_at };
}

/** A reference to the key of another team's account would be a way to use that key. */
async function referencedText(
  core: Core,
  reference: string,
  target: Place & { readonly api: string },
): Promise<string> {
  if (core.isPart)
    throw new GatewayError(403, "key_reference: only an owner of all accounts may set or change a reference");
  try {
    return await core.referencedKeys.readNow(reference, target);
  } catch (error) {
    if (error instanceof ReferenceFault) throw badRequest(`key_reference: ${error.message}`);
    throw error;
  }
}

/** The columns of an account for a key. A key that is somewhere else is not stored. */
export function keyColumns(
  { keys }: Core,
  id: string,
  { text, reference, verified_at }: GivenKey,
): Pick<AccountRow, "api_key" | "key_reference" | "verified_at"> {
  const api_key = reference === null ? keys.vault.seal(text, keyContext(id)) : "";
  return { api_key, key_reference: reference, verified_at };
}
