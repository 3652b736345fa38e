import { resolve, sep } from "node:path";
import { withoutTrailingSlashes } from "../../../runtime/index.js";
import type { ServedApis } from "../../apis.js";
import type { AccountRow } from "../../store/schema.js";
import { ReferenceFault } from "./fault.js";
import type { Reference, ReferenceKind } from "./reference.js";
import { isOwnVariable, sourceVariable, type AllowedSource, type KeySources } from "./settings.js";

/** Where the key of an account is sent. */
export type KeyTarget = Pick<AccountRow, "api" | "region" | "base_url">;

/**
 * The folder, name or command that the operator allows for a reference and a target. Otherwise, a user who may add
 * accounts could read the gateway's files, or send a key to a URL of their choice.
 * @throws ReferenceFault
 */
export function allowedSource(
  { kind, source }: Reference,
  target: KeyTarget,
  { sources, apis }: { readonly sources: KeySources; readonly apis: ServedApis },
): AllowedSource {
  const there = sources[kind].filter(({ value }) => matches[kind](value, source));
  const first = Object.keys(apis)[0]!;
  const wanted = targetOf(target);
  const found = there.find(({ target: bound = first }) => bound === wanted);
  if (found) return found;
  if (there.length === 0)
    throw new ReferenceFault(
      `${sourceVariable(kind)} does not allow it. The gateway's operator lists there what references may read`,
    );
  throw new ReferenceFault(
    `${sourceVariable(kind)} does not allow its key for ${wanted}. The gateway's operator can list it as ${wanted}=…`,
  );
}

/** An API's own regions count as the API. Any other URL must be named exactly. */
function targetOf({ api, region, base_url }: KeyTarget): string {
  return region === null || region === "sandbox" ? withoutTrailingSlashes(base_url) : api;
}

const matches: Readonly<Record<ReferenceKind, (allowed: string, source: string) => boolean>> = {
  file: (folder, path) => resolve(path) === path && path.startsWith(folder + sep),
  env: (name, asked) =>
    /^\w+$/.test(asked) &&
    !isOwnVariable(asked) &&
    (name.endsWith("*") ? asked.startsWith(name.slice(0, -1)) : asked === name),
  exec: (command, asked) => asked === command,
};
