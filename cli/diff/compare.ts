import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { diff } from "../../generator/diff/diff.js";
import type { Diff } from "../../generator/diff/result.js";
import { openMemo } from "../generate/generator-digest.js";
import { hasChanged, isRevision } from "./git.js";
import { isOfApi, readState, type Project } from "./states.js";

/**
 * Reads both sides and compares them. Documents get the descriptions of an API if `worded` says so, or if one of the
 * sides belongs to that API.
 */
export async function compare(given: Project, base: string, head: string): Promise<Diff> {
  const worded = given.worded ?? [base, head].some((side) => isOfApi(side, given));
  const place = { ...given, worded };
  const { memo, save } = await openMemo(place.root, "diff");
  const found = diff(await readState(base, place, memo), await readState(head, place, memo));
  await save();
  return found;
}

/**
 * Compares the working tree with a revision, for `standpipe diff` and `standpipe update`.
 * @param base a git revision, or any other state, which is then compared with `generated/`
 */
export async function compareSince(place: Project, base: string): Promise<Diff> {
  const { root, api } = place;
  const generated = `generated/${api}`;
  const contract = `specs/${api}/openapi.json`;
  const changed = (path: string) => hasChanged(root, base, path);
  const isPath = existsSync(resolve(root, base));
  // Nothing is generated while new operations lack descriptions, so the contracts are compared.
  const onlyContract =
    !isPath && (await isRevision(root, base)) && !(await changed(generated)) && (await changed(contract));
  return onlyContract ? compare(place, `${base}:${contract}`, contract) : compare(place, base, generated);
}
