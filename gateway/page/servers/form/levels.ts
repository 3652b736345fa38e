import {
  type Catalogue,
  groupsOf,
  type Level,
  levelOf,
  levels,
  OTHER_GROUPS,
} from "../../../../runtime/index.js";
import type { ServerConfig } from "../../../server-config.js";
import { first } from "../../page-handler.js";
import type { Sent } from "./sent.js";

/** The levels of a form. */
export interface Leveled {
  /** By group. */
  readonly levels: Readonly<Record<string, Level>>;
  /** Of groups that later releases add. */
  readonly laterLevel: Level;
}

/** The levels of a config. One without permissions allows everything. */
export function leveledBy(
  catalogue: Catalogue,
  { permissions = { [OTHER_GROUPS]: "all" } }: ServerConfig,
): Leveled {
  const named = groupsOf(catalogue).map((group) => [group, levelOf(permissions, group)]);
  return {
    levels: Object.fromEntries(named) as Record<string, Level>,
    laterLevel: permissions[OTHER_GROUPS] ?? "none",
  };
}

export function leveled({ fields, catalogue }: Sent): Leveled {
  const read = (name: string) => levels.find((level) => level === first(fields, name)) ?? "none";
  const named = groupsOf(catalogue).map((group) => [group, read(`level.${group}`)]);
  return { levels: Object.fromEntries(named) as Record<string, Level>, laterLevel: read("level") };
}

/** The shortest permissions for a form: only the groups that differ from later ones. */
export function permissionsOf(sent: Sent): ServerConfig["permissions"] {
  const { levels: chosen, laterLevel } = leveled(sent);
  const different = Object.entries(chosen).filter(([, level]) => level !== laterLevel);
  if (different.length === 0 && laterLevel === "all") return undefined;
  const later = laterLevel === "none" ? [] : [[OTHER_GROUPS, laterLevel] as const];
  const permissions = Object.fromEntries([...different, ...later]);
  // Nothing is chosen at all. The API refuses it, and says which groups there are.
  return permissions;
}
