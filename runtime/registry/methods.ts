import type { Access } from "../contract/tool.js";

/** All access classes. A `Record` makes a missing one a compile error. */
const accessTable: Readonly<Record<Access, true>> = {
  list: true,
  get: true,
  create: true,
  update: true,
  delete: true,
  custom: true,
};

/** Groups of access classes. */
const groups = { read: ["list", "get"], write: ["create", "update", "delete"] } as const;

export const accesses = Object.keys(accessTable) as readonly Access[];

/** The access classes of a method in a selection. */
export const methodGroups: Readonly<Record<string, readonly Access[]>> = {
  ...Object.fromEntries(accesses.map((access) => [access, [access]])),
  ...groups,
};

/** Names of methods, the groups first. */
export const methodNames = [...Object.keys(groups), ...accesses];
