import { variablePrefix, type Auth, type Ways } from "../../runtime/contract/auth.js";
import { didYouMean } from "../describe/did-you-mean.js";
import type { Operation } from "../model/operation.js";
import { pointer, type ProblemList } from "../model/problem.js";
import { list, record, type Raw } from "../normalise/raw.js";
import { serverUrl } from "../normalise/servers.js";
import { documentSchemes, schemeOfEntry, waysIn } from "./document-schemes.js";
import { isWhole, namedEntries, type AuthSettings } from "./settings.js";
import { withVariables, type NamelessScheme } from "./variables.js";

/** How an API and each of its operations let callers in. */
export interface ApiAuth {
  /** Absent where the API needs no credentials. */
  readonly auth?: Auth;
  /** The ways of an operation, where they are not the API's. */
  waysOf(operation: Raw): Ways | undefined;
  /** Names of schemes whose prefix was guessed. */
  readonly guessed: readonly string[];
}

export interface AuthSources {
  readonly api: string;
  readonly document: Raw;
  /** What a person set, which replaces or adds to the document. */
  readonly settings?: AuthSettings;
  /** Where the document is, for problems. */
  readonly at: string;
}

/** The auth table of an API: its document's security schemes, and what the settings change of them. */
export function authOf({ api, document, settings, at }: AuthSources, problems: ProblemList): ApiAuth {
  const found = documentSchemes(document, serverUrl(list(document.servers)[0]));
  const entries = settings === undefined ? {} : namedEntries(settings);
  const isOwn = settings !== undefined && (isWhole(settings) || Object.keys(found.schemes).length === 0);
  if (!isOwn) reportUnknown(Object.keys(entries), Object.keys(found.schemes), problems);
  const changed = Object.entries(entries)
    .filter(([name]) => isOwn || Object.hasOwn(found.schemes, name))
    .map(([name, entry]): [string, NamelessScheme] => [name, schemeOfEntry(entry, found.schemes[name])]);
  const schemes = { ...(isOwn ? {} : found.schemes), ...Object.fromEntries(changed) };
  const names = Object.keys(schemes);
  if (!isOwn) reportRefused(found.refused, names, at, problems);
  if (!isOwn) reportUndeclared(document, at, problems);
  if (names.length === 0) return { waysOf: () => undefined, guessed: [] };
  const usual = isOwn ? [names] : usualWays(document, schemes);
  return {
    auth: withVariables(variablePrefix(api), schemes, usual),
    waysOf: (operation) => (isOwn ? openWays(operation) : waysOf(operation, document, schemes, usual)),
    guessed: found.guessed.filter((name) => !Object.hasOwn(entries, name)),
  };
}

/** The auth table of an API that has only settings: its schemes are sent together. */
export function authOfSettings(prefix: string, settings: AuthSettings): Auth {
  const schemes = Object.entries(namedEntries(settings)).map(([name, entry]): [string, NamelessScheme] => [
    name,
    schemeOfEntry(entry, undefined),
  ]);
  return withVariables(prefix, Object.fromEntries(schemes), [schemes.map(([name]) => name)]);
}

/**
 * The auth without the schemes that no operation uses. People would look for credentials that nothing sends.
 * @param named schemes that a person named in the settings, which stay
 */
export function inUse(all: ApiAuth, operations: readonly Operation[], named: readonly string[]): ApiAuth {
  const { auth } = all;
  if (!auth) return all;
  const ways = [...auth.ways, ...operations.flatMap((operation) => operation.ways ?? [])];
  const used = new Set([...ways.flat(), ...named]);
  const schemes = Object.entries(auth.schemes).filter(([name]) => used.has(name));
  // Without any, the document is wrong about them, and a person needs to see them.
  if (schemes.length === 0) return all;
  return {
    ...all,
    auth: { ...auth, schemes: Object.fromEntries(schemes) },
    guessed: all.guessed.filter((name) => used.has(name)),
  };
}

function openWays({ security }: Raw): Ways | undefined {
  return Array.isArray(security) && security.length === 0 ? OPEN : undefined;
}

const OPEN: Ways = [[]];

function waysOf(operation: Raw, document: Raw, schemes: object, usual: Ways): Ways | undefined {
  const security = operation.security ?? document.security;
  if (!Array.isArray(security)) return undefined;
  const ways = waysIn(security, { ...schemes });
  const own = ways.length === 0 ? OPEN : ways;
  return textOf(own) === textOf(usual) ? undefined : own;
}

function textOf(ways: Ways): string {
  return JSON.stringify(ways);
}

/** The ways of most operations; where none says, each scheme by itself. */
function usualWays(document: Raw, schemes: Readonly<Record<string, NamelessScheme>>): Ways {
  const counts = new Map<string, number>();
  const named: unknown[] = [];
  const count = (security: unknown, weight: number) => {
    if (!Array.isArray(security)) return;
    const ways = waysIn(security, schemes);
    named.push(...(security as unknown[]));
    if (ways.flat().length === 0) return;
    counts.set(textOf(ways), (counts.get(textOf(ways)) ?? 0) + weight);
  };
  // An operation that says nothing has the document's.
  count(document.security, 0.5);
  for (const item of Object.values(record(document.paths)))
    for (const operation of Object.values(record(item)).map(record))
      if (operation.responses !== undefined || operation.security !== undefined)
        count(operation.security ?? document.security, 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  if (most) return JSON.parse(most[0]) as Ways;
  // What is required can't be sent; what nothing requires is a guess that would be in its way.
  return named.length > 0 ? OPEN : Object.keys(schemes).map((name) => [name]);
}

function reportRefused(
  refused: Readonly<Record<string, string>>,
  names: readonly string[],
  at: string,
  problems: ProblemList,
): void {
  for (const [name, why] of Object.entries(refused))
    problems.warn(
      "scheme-left-out",
      `${at}#${pointer("components", "securitySchemes", name)}`,
      `The security scheme ${name} can't be used: ${why}.`,
      "name what the API takes with auth: in standpipe.yaml, or with --auth",
    );
  if (names.length > 0 || Object.keys(refused).length > 0) return;
  problems.warn(
    "no-key",
    `${at}#/components/securitySchemes`,
    "The document names no security scheme, so calls are sent without credentials.",
    "if the API needs some, pass --auth header:Authorization, or set auth: in standpipe.yaml",
  );
}

/** An operation may require a scheme that the document does not declare. Nothing says how to send its credential. */
function reportUndeclared(document: Raw, at: string, problems: ProblemList): void {
  const declared = record(record(document.components).securitySchemes);
  const paths = Object.values(record(document.paths)).flatMap((item) => Object.values(record(item)));
  const ways = [document, ...paths.map(record)].flatMap(({ security }) => list(security));
  const names = new Set(ways.flatMap((way) => Object.keys(record(way))));
  for (const name of names)
    if (!Object.hasOwn(declared, name))
      problems.warn(
        "scheme-left-out",
        `${at}#/components/securitySchemes`,
        `Operations require the security scheme ${name}, which the document does not declare.`,
        "describe it with auth: in standpipe.yaml, or with --auth",
      );
}

function reportUnknown(given: readonly string[], known: readonly string[], problems: ProblemList): void {
  for (const name of given.filter((one) => !known.includes(one)))
    problems.error(
      "unknown-scheme",
      `standpipe.yaml#${pointer("auth", name)}`,
      `The document has no security scheme ${name}. It has ${known.join(", ")}.`,
      didYouMean(name, known),
    );
}
