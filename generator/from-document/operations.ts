import { variablePrefix } from "../../runtime/contract/auth.js";
import type { Origin } from "../../runtime/contract/catalogue.js";
import { authOf, authOfSettings, inUse, type ApiAuth } from "../auth/auth.js";
import { findRepeated, isSchemeParameter, type Repeated } from "../auth/repeats.js";
import { namedEntries, type AuthSettings } from "../auth/settings.js";
import type { Operation } from "../model/operation.js";
import { pointer, type ProblemList } from "../model/problem.js";
import { normalise } from "../normalise/normalise.js";
import type { OpenApiDocument } from "../normalise/raw.js";
import type { OriginOf } from "../normalise/servers.js";
import { noSettings, type LoadedSettings, type Settings } from "./settings.js";

export interface OperationSources {
  readonly api: string;
  /** With absolute servers. */
  readonly document: OpenApiDocument;
  readonly settings?: LoadedSettings;
  /** What `--auth` says, in place of the settings' auth. */
  readonly auth?: AuthSettings;
  /** Where the document is, for problems. */
  readonly at: string;
}

/** The operations of a document, and how they let callers in. */
export interface DocumentOperations {
  readonly operations: readonly Operation[];
  readonly auth: ApiAuth;
  readonly origins: Readonly<Record<string, Origin>>;
  /** Whether a parameter of an operation is the API's credential, which the server sends itself. */
  isCredential(key: string, place: string, name: string): boolean;
}

/** Reads the operations of a document, without arguments that repeat the API's credentials. */
export function documentOperations(sources: OperationSources, problems: ProblemList): DocumentOperations {
  const { api, document, settings: loaded = noSettings, at } = sources;
  const { settings } = loaded;
  const given = sources.auth ?? settings.auth;
  const auth = authOf({ api, document, settings: given, at }, problems);
  const repeats = findRepeated(auth.auth);
  const operations = normalise(document, at, problems, {
    isRepeated: repeats.isRepeated,
    isFilledIn: (place, name) => isSchemeParameter(auth.auth, place, name),
    waysOf: auth.waysOf,
    originOf: originOf(settings),
    // Of an answer only its kind is looked at, unless a person says what its fields are.
    answerLevels: settings.relations === undefined ? 0 : 4,
  });
  reportUnusedOrigins(operations, loaded, problems);
  reportRepeated(repeats.found(), at, problems);
  const repeated = new Set(
    repeats.found().map(({ operation, place, name }) => `${operation} ${place} ${name}`),
  );
  return {
    operations,
    auth: inUse(auth, operations, Object.keys(namedEntries(given ?? []))),
    origins: originsOf(api, settings),
    isCredential: (key, place, name) =>
      repeated.has(`${key} ${place} ${name}`) || isSchemeParameter(auth.auth, place, name),
  };
}

function originOf({ origins = {} }: Settings): OriginOf {
  const allowed = Object.entries(origins).map(([name, { url, operations }]) => {
    return { name, origin: new URL(url).origin, operations };
  });
  return (key, url) =>
    allowed.find(({ origin, operations }) => origin === new URL(url).origin && operations.includes(key))
      ?.name;
}

function originsOf(api: string, { origins = {} }: Settings): Readonly<Record<string, Origin>> {
  return Object.fromEntries(
    Object.entries(origins).map(([name, { url, auth }]): [string, Origin] => {
      const prefix = `${variablePrefix(api)}_${name.toUpperCase()}`;
      return [name, { url: new URL(url).origin, ...(auth ? { auth: authOfSettings(prefix, auth) } : {}) }];
    }),
  );
}

/** An origin without operations is a mistake: the server would ask for a key that nothing uses. */
function reportUnusedOrigins(
  operations: readonly Operation[],
  { settings: { origins = {} }, at }: LoadedSettings,
  problems: ProblemList,
): void {
  for (const [name, { url, operations: keys }] of Object.entries(origins)) {
    for (const [index, key] of keys.entries()) {
      if (operations.some((one) => one.key === key && one.origin === name)) continue;
      problems.error(
        "unknown-operation",
        at(["origins", name, "operations", index]),
        `The document has no operation ${key} with a server at ${new URL(url).origin}.`,
      );
    }
  }
}

/** Each name once, with how many operations it is left out of. */
function reportRepeated(repeated: readonly Repeated[], at: string, problems: ProblemList): void {
  const byName = new Map<string, Repeated[]>();
  for (const one of repeated) {
    const name = `${one.place} ${one.name}`;
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  for (const [name, all] of byName) {
    const [method = "", path = ""] = all[0]!.operation.split(" ");
    const many = all.length === 1 ? "one operation" : `${all.length} operations`;
    problems.warn(
      "credential-argument",
      `${at}#${pointer("paths", path, method.toLowerCase())}`,
      `The argument ${name} of ${many} repeats the API's credential. The server sends that itself, so no model is asked for it.`,
    );
  }
}
