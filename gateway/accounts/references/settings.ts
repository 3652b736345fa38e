import { isAbsolute, resolve } from "node:path";
import { isHttpUrl } from "../../consent/notices/http-url.js";
import { splitAtCommas, withoutTrailingSlashes } from "../../../runtime/index.js";
import { kindsOfReferences, type ReferenceKind } from "./reference.js";

/** A source of keys that the operator allows, and the only place where its keys are sent. */
export interface AllowedSource {
  /** The name of an API, for its own regions, or a base URL. Undefined for the first API. */
  readonly target: string | undefined;
  /** A folder; a variable's name, or its beginning with `*`; a command with its arguments. */
  readonly value: string;
}

/** What references may read, by kind. */
export type KeySources = Readonly<Record<ReferenceKind, readonly AllowedSource[]>>;

interface SourceDefinition {
  readonly variable: string;
  split(text: string): readonly string[];
  isValid(value: string): boolean;
  readonly fault: string;
}

const definitions: Readonly<Record<ReferenceKind, SourceDefinition>> = {
  file: {
    variable: "STANDPIPE_KEY_FOLDERS",
    split: splitAtCommas,
    isValid: (folder) => isAbsolute(folder) && resolve(folder) === folder && folder !== resolve("/"),
    fault: "must be absolute folders, divided by commas, each alone or as api=FOLDER or URL=FOLDER",
  },
  env: {
    variable: "STANDPIPE_KEY_VARIABLES",
    split: splitAtCommas,
    isValid: (name) => /^[A-Za-z]\w*(_\*)?$/.test(name) && !isOwnVariable(name),
    fault:
      "must be names of variables, or beginnings such as FIREHYDRANT_KEY_*, divided by commas, each alone or as " +
      "api=NAME or URL=NAME. The gateway's own variables are not allowed",
  },
  exec: {
    variable: "STANDPIPE_KEY_COMMANDS",
    // A command may contain commas.
    split: (text) => text.split("\n").flatMap((line) => line.trim() || []),
    isValid: (command) => command !== "" && command === command.trim(),
    fault: "must be commands with their arguments, one a line, each alone or as api=COMMAND or URL=COMMAND",
  },
};

type Environment = Readonly<Record<string, string | undefined>>;

/** The variables that the operator allows sources with. */
export const sourceVariables = kindsOfReferences.map((kind) => definitions[kind].variable);

/** The variable with which the operator allows sources of a kind. */
export function sourceVariable(kind: ReferenceKind): string {
  return definitions[kind].variable;
}

/**
 * The sources of keys that environment variables allow. Without them no reference works.
 * @throws Error that names every invalid variable, and never a value
 */
export function readKeySources(env: Environment): KeySources {
  const faults: string[] = [];
  const read = (kind: ReferenceKind): readonly AllowedSource[] => {
    const { variable, split, isValid, fault } = definitions[kind];
    const sources = split(env[variable] ?? "").map(sourceOf);
    if (!sources.every(({ value }) => isValid(value))) faults.push(`${variable}: ${fault}`);
    return sources;
  };
  const sources = { file: read("file"), env: read("env"), exec: read("exec") };
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return sources;
}

/** `VALUE`, `api=VALUE` or `URL=VALUE`. */
function sourceOf(text: string): AllowedSource {
  const [, target, value] = /^([\w-]+|https?:\/\/[^\s=]+)=(.*)$/.exec(text) ?? [];
  if (target === undefined) return { target, value: text };
  return { target: isHttpUrl(target) ? withoutTrailingSlashes(target) : target, value: value!.trim() };
}

/** Variables with secrets of the gateway itself. */
export function isOwnVariable(name: string): boolean {
  return /^(STANDPIPE_|DATABASE_URL|OTEL_|PG[A-Z])/i.test(name);
}
