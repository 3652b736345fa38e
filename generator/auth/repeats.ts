import type { Auth } from "../../runtime/contract/auth.js";
import type { PossibleCredential } from "../normalise/inputs.js";

/** An argument that would ask a model for the API's own credential. */
export interface Repeated {
  /** `METHOD /path`. */
  readonly operation: string;
  readonly place: string;
  readonly name: string;
}

/** Finds the arguments that repeat the API's credentials, and keeps which these were. */
export interface RepeatFinder {
  isRepeated(operation: string, input: PossibleCredential, isOpen: boolean): boolean;
  found(): readonly Repeated[];
}

/**
 * An argument repeats a credential where it has a scheme's name or the name of a credential, and its words say that it
 * lets a caller in.
 */
export function findRepeated(auth: Auth | undefined): RepeatFinder {
  const found = new Map<string, Repeated>();
  const repeats = auth ? repeating(auth) : () => false;
  return {
    isRepeated(operation, input, isOpen) {
      // An open operation is sent without credentials. What it asks for may be a sign-in.
      if (isOpen) return false;
      const { in: place, wire: name } = input;
      const key = `${operation} ${place} ${name}`;
      // An operation is read again with fewer words where it is large.
      if (!found.has(key) && repeats(input)) found.set(key, { operation, place, name });
      return found.has(key);
    },
    found: () => [...found.values()],
  };
}

/** Whether a parameter is a scheme's own, in its place. */
export function isSchemeParameter(auth: Auth | undefined, place: string, name: string): boolean {
  return Object.values(auth?.schemes ?? {}).some((scheme) => {
    if (scheme.kind !== "key" || scheme.in !== place) return false;
    return place === "header" ? scheme.name.toLowerCase() === name.toLowerCase() : scheme.name === name;
  });
}

function repeating({ schemes }: Auth): (input: PossibleCredential) => boolean {
  const names = new Set(
    Object.entries(schemes).flatMap(([name, scheme]) =>
      [name, ...(scheme.kind === "key" ? [scheme.name] : [])].map(plainName),
    ),
  );
  const takesToken = Object.values(schemes).some(
    (scheme) => scheme.kind === "oauth" || (scheme.kind === "key" && /^authorization$/i.test(scheme.name)),
  );
  const takesKey = Object.values(schemes).some(({ kind }) => kind === "key");
  return ({ in: place, wire, prose = "" }) => {
    if (place === "path") return false;
    const name = plainName(wire);
    const isNamed = [...names].some((one) => one === name || (name.length > 5 && one.endsWith(name)));
    const isCredential = (takesToken && TOKENS.has(name)) || (takesKey && KEYS.has(name));
    // Without words, only what is nothing but a credential counts.
    return (
      (isNamed || isCredential) &&
      (SAYS_SO.test(prose) || (prose === "" && place !== "body" && KEYS.has(name)))
    );
  };
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "");
}

/** Names of tokens, which an API that takes a token may ask for again. */
const TOKENS = new Set("token accesstoken authtoken apitoken xauthtoken bearertoken oauthtoken".split(" "));

/** Names of keys. */
const KEYS = new Set(
  "apikey xapikey apitoken apisecret appkey applicationkey authorization xauthorization".split(" "),
);

/** Words by which a document says that a value lets the caller in. */
const SAYS_SO =
  /\bauthenticat|\bauthoriz|\bbearer\b|\bapi[\s_-]?\W?(key|token|secret|client_id|client id)\b|\baccess token\b|\bapi\s+`?(client_id|secret)`?|\bcredentials?\b/i;
