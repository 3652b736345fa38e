import type { Auth } from "../../runtime/contract/auth.js";
import type { Input, Operation } from "../model/operation.js";

/** An argument that would ask a model for the API's own credential. */
export interface Repeated {
  readonly operation: string;
  readonly place: string;
  readonly name: string;
}

/**
 * The operations without arguments that repeat the credential, and which these were. An argument repeats it where it is
 * a scheme's own place and name; where it has a scheme's name elsewhere; or where it has the name of a credential and
 * its words say that it lets a caller in.
 */
export function withoutRepeated(
  operations: readonly Operation[],
  auth: Auth | undefined,
): { readonly operations: readonly Operation[]; readonly repeated: readonly Repeated[] } {
  if (!auth) return { operations, repeated: [] };
  const repeats = repeating(auth);
  const repeated: Repeated[] = [];
  const kept = operations.map((operation) => {
    const gone = operation.inputs.filter((input) => input.in !== "path" && repeats(input, operation));
    if (gone.length === 0) return operation;
    for (const { in: place, wire } of gone) repeated.push({ operation: operation.key, place, name: wire });
    return { ...operation, inputs: operation.inputs.filter((input) => !gone.includes(input)) };
  });
  return { operations: kept, repeated };
}

/** Whether a parameter is a scheme's own, in its place. */
export function isSchemeParameter(auth: Auth | undefined, place: string, name: string): boolean {
  return Object.values(auth?.schemes ?? {}).some((scheme) => {
    if (scheme.kind !== "key" || scheme.in !== place) return false;
    return place === "header" ? scheme.name.toLowerCase() === name.toLowerCase() : scheme.name === name;
  });
}

function repeating({ schemes }: Auth): (input: Input, operation: Operation) => boolean {
  const names = new Set(
    Object.entries(schemes).flatMap(([name, scheme]) =>
      [name, ...(scheme.kind === "key" ? [scheme.name] : [])].map(plainName),
    ),
  );
  return ({ in: place, wire, prose = "", required }, { body }) => {
    const name = plainName(wire);
    if (place === "body" && body?.whole !== undefined) return false;
    const isNamed = [...names].some((one) => one === name || (one.length > 5 && one.endsWith(name) && name.length > 4));
    const isCredential = CREDENTIALS.has(name);
    if (!isNamed && !isCredential) return false;
    if (SAYS_SO.test(prose)) return true;
    // Without words the name alone decides, and only where nothing but a credential is called so.
    return place !== "body" && prose === "" && isNamed && isCredential && !required;
  };
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "");
}

const CREDENTIALS = new Set(
  (
    "token accesstoken authtoken apitoken apikey xapikey apisecret authorization xauthtoken xauthorization bearer " +
    "bearertoken secret clientid clientsecret appkey applicationkey apikeyid"
  ).split(" "),
);

/** Words by which a document says that a value lets the caller in. */
const SAYS_SO =
  /\bauthenticat|\bauthoriz|\bbearer\b|\bapi[\s_-]?\W?(key|token|secret|client_id|client id)\b|\baccess token\b|\bapi\s+`?(client_id|secret)`?|\bcredentials?\b/i;
