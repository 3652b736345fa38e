import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../command/errors.js";
import { text } from "../command/flags.js";

export const DEFAULT_API = "firehydrant";

export const apiFlag = text("Folder under specs/", { default: DEFAULT_API });

/** @throws CommandError if the project at `root` has no sources of an API */
export function requireApi(root: string, api: string): void {
  if (existsSync(join(root, "specs", api, "openapi.json"))) return;
  const specs = join(root, "specs");
  const names = existsSync(specs)
    ? readdirSync(specs).filter((name) => existsSync(join(specs, name, "openapi.json")))
    : [];
  const fix =
    names.length === 0
      ? "Run it in a project that has a specs/ folder."
      : `Pass --api with ${names.join(" or ")}.`;
  throw new CommandError(`--api ${api}: there is no specs/${api}/openapi.json. ${fix}`);
}
