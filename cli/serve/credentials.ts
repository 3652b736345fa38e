import { readFileSync } from "node:fs";
import {
  type Auth,
  authLines,
  type Catalogue,
  credentialNames,
  type Credentials,
  isSet,
  namesText,
  needsOf,
  sufficientFor,
  wayFor,
} from "../../runtime/index.js";
import { CommandError } from "../command/errors.js";

/** Variables of the environment, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The credentials of an API and its further origins: each variable from the environment, from the file that `<NAME>_FILE`
 * names, or from the file of a value `file:PATH`.
 * @throws CommandError for a file that can't be read, and where none of the API's credentials are set
 */
export function readCredentials(api: Catalogue["api"], environment: Environment): Credentials {
  const { auth, title } = api;
  const found = credentialNames(api).flatMap((name): [string, string][] => {
    const value = variableText(name, environment);
    return value === undefined ? [] : [[name, value]];
  });
  const credentials = Object.fromEntries(found);
  if (auth) requireSome(auth, credentials, title);
  return credentials;
}

/** The origins and operations that can't be called because their credentials are not set, as lines for the operator. */
export function missingLines(
  { auth, origins = {}, title }: Catalogue["api"],
  credentials: Credentials,
): string[] {
  const own = auth && !wayFor(auth, auth.ways, credentials) ? [[title, auth] as const] : [];
  const further = Object.entries(origins).flatMap(([name, origin]) =>
    origin.auth && !wayFor(origin.auth, origin.auth.ways, credentials) ? [[name, origin.auth] as const] : [],
  );
  return [...own, ...further].map(
    ([name, table]) => `Most calls to ${name} will be refused: set ${needsOf(table.schemes, table.ways)}.`,
  );
}

/** A variable's value, or the text of the file that it names. @throws CommandError */
export function variableText(name: string, environment: Environment): string | undefined {
  const given = environment[name]?.trim() || undefined;
  const file = environment[`${name}_FILE`]?.trim() || undefined;
  if (given !== undefined && file !== undefined)
    throw new CommandError(`${name} and ${name}_FILE are both set. Remove one of them.`);
  if (file !== undefined) return fileText(file, `${name}_FILE`);
  return given?.startsWith("file:") ? fileText(pathIn(given), name) : given;
}

function pathIn(given: string): string {
  return given.startsWith("file://")
    ? decodeURIComponent(new URL(given).pathname)
    : given.slice("file:".length);
}

/** The name is in no message: a key that was set by mistake would be in a log. */
function fileText(path: string, variable: string): string {
  let text: string;
  try {
    text = readFileSync(path, "utf8").trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(
      `${variable} names a file that can't be read (${code}). Set it to the path of a file.`,
    );
  }
  if (text !== "") return text;
  throw new CommandError(`${variable} names an empty file. Write the credential into it.`);
}

/** The way that is set in part says best what is missing. */
function requireSome(auth: Auth, credentials: Credentials, title: string): void {
  const { schemes, ways } = auth;
  if (
    wayFor(auth, ways, credentials) ||
    Object.values(schemes).some((scheme) => isAlone(scheme, auth, credentials))
  )
    return;
  const sets = ways
    .filter((way) => way.length > 0)
    .map((way) => way.flatMap((name) => sufficientFor(schemes[name]!)[0]!));
  const missing = sets.map((set) => set.filter((name) => credentials[name] === undefined));
  const begun = missing.find((left, at) => left.length < sets[at]!.length) ?? missing[0]!;
  const [is, it] = begun.length === 1 ? ["is", "it"] : ["are", "them"];
  const needs = needsOf(schemes, ways);
  const names = namesText(begun);
  const all = needs === names ? "" : ` ${title} needs ${needs}.`;
  throw new CommandError(
    `${names} ${is} not set.${all} Set ${it} to credentials of ${title}, or pass --sandbox to try without.\n` +
      authLines(auth).join("\n"),
  );
}

/** A scheme that some operations take by itself lets these be called. */
function isAlone(
  scheme: Auth["schemes"][string],
  { schemes, ways }: Auth,
  credentials: Credentials,
): boolean {
  const isPart = ways.some((way) => way.length > 1 && way.some((name) => schemes[name] === scheme));
  return !isPart && isSet(scheme, credentials);
}
