import type { Access } from "../contract/tool.js";

/** How much of a group is allowed: nothing, reads, everything but deletes, or everything. */
export const levels = ["none", "read", "write", "all"] as const;
export type Level = (typeof levels)[number];

/** Means every group that is not named. */
export const OTHER_GROUPS = "*";

const accessOf: Readonly<Record<Level, (access: Access) => boolean>> = {
  none: () => false,
  read: (access) => access === "list" || access === "get",
  write: (access) => access !== "delete",
  all: () => true,
};

/** Whether a level allows an access. */
export function isInLevel(level: Level, access: Access): boolean {
  return accessOf[level](access);
}

/** The level of a group in a selection. A group that it does not name has the one of `*`. */
export function levelOf(permissions: Readonly<Record<string, Level>>, group: string): Level {
  return permissions[group] ?? permissions[OTHER_GROUPS] ?? "none";
}
