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
  const project = { ...given, worded };
  const { memo, save } = await openMemo(project.root, "diff");
  const found = diff(await readState(base, project, memo), await readState(head, project, memo));
  await save();
  return found;
}

/**
 * Compares the working tree with a revision, for `standpipe diff` and `standpipe update`.
 * @param base a git revision, or any other state, which is then compared with `generated/`
 */
export async function compareSince(project: Project, base: string): Promise<Diff> {
  const { root, api } = project;
  const generated = `generated/${api}`;
  const contract = `specs/${api}/openapi.json`;
  const changed = (path: string) => hasChanged(root, base, path);
  const isPath = existsSync(resolve(root, base));
  // Nothing is generated while new operations lack descriptions, so the contracts are compared.
  const onlyContract =
    !isPath && (await isRevision(root, base)) && !(await changed(generated)) && (await changed(contract));
  return onlyContract ? compare(project, `${base}:${contract}`, contract) : compare(project, base, generated);
}
