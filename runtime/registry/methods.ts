import type { Access } from "../contract/tool.js";

/** Every kind of access. A `Record` makes a missing one a compile error. */
const accessTable: Readonly<Record<Access, true>> = {
  list: true,
  get: true,
  create: true,
  update: true,
  delete: true,
  custom: true,
};

/** Kinds of access together. */
const groups = { read: ["list", "get"], write: ["create", "update", "delete"] } as const;

export const accesses = Object.keys(accessTable) as readonly Access[];

/** What a method in a selection stands for. */
export const methodGroups: Readonly<Record<string, readonly Access[]>> = {
  ...Object.fromEntries(accesses.map((access) => [access, [access]])),
  ...groups,
};

/** Names of methods, the groups first. */
export const methodNames = [...Object.keys(groups), ...accesses];
