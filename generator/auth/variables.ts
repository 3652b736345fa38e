import type { Auth, Scheme, Ways } from "../../runtime/contract/auth.js";
import { snakeCase } from "../describe/naming.js";

/** A scheme before its variables have names. */
export type NamelessScheme = Scheme extends infer Each
  ? Each extends unknown
    ? Omit<Each, "variables">
    : never
  : never;

/**
 * Names the variables of each scheme. The first scheme that is enough by itself has `<API>_API_KEY`, a key before
 * others; what is sent together with others is named for the scheme.
 */
export function withVariables(
  prefix: string,
  schemes: Readonly<Record<string, NamelessScheme>>,
  ways: Ways,
): Auth {
  const main = mainScheme(schemes, ways);
  const names = variableNames(prefix);
  // The usual key keeps its name, whatever comes before it in the document.
  const ordered = Object.entries(schemes).sort(
    ([one], [other]) => Number(other === main) - Number(one === main),
  );
  const named = ordered.map(([name, scheme]): [string, Scheme] => [
    name,
    { ...scheme, variables: names(scheme.kind, name, name === main) } as Scheme,
  ]);
  const order = Object.keys(schemes);
  return {
    schemes: Object.fromEntries(named.sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))),
    ways,
  };
}

/** The scheme whose credential people call the API key: most often one that is sent as it is. */
function mainScheme(schemes: Readonly<Record<string, NamelessScheme>>, ways: Ways): string | undefined {
  const alone = ways.filter((way) => way.length === 1).map(([name]) => name!);
  const key = alone.find((name) => schemes[name]!.kind === "key");
  if (key !== undefined) return key;
  // Where keys are sent together, one of them is the API key, and an access token has a name of its own.
  const hasKeys = ways.flat().some((name) => schemes[name]!.kind === "key");
  return hasKeys
    ? undefined
    : alone.find((name) => schemes[name]!.kind === "basic" || schemes[name]!.kind === "oauth");
}

function variableNames(prefix: string) {
  // These two say where the API is.
  const taken = new Set([`${prefix}_BASE_URL`, `${prefix}_REGION`]);

  return (kind: Scheme["kind"], name: string, isMain: boolean): Readonly<Record<string, string>> => {
    const own = partOf(prefix, name);
    const one = (usual: string) => (isMain ? take("API_KEY") : take(usual, own));
    switch (kind) {
      case "key":
        return { key: isMain ? take("API_KEY") : take(withoutAuth(own), own) };
      case "basic":
        return {
          user: take("USERNAME", `${own}_USERNAME`),
          password: take("PASSWORD", `${own}_PASSWORD`),
          pair: one(own),
        };
      case "digest":
        return {
          user: take("USERNAME", `${own}_USERNAME`),
          password: take("PASSWORD", `${own}_PASSWORD`),
        };
      case "oauth":
        return {
          token: one("ACCESS_TOKEN"),
          id: take("CLIENT_ID", `${own}_CLIENT_ID`),
          secret: take("CLIENT_SECRET", `${own}_CLIENT_SECRET`),
          refresh: take("REFRESH_TOKEN", `${own}_REFRESH_TOKEN`),
        };
      case "certificate":
        return {
          certificate: take("CLIENT_CERT", `${own}_CLIENT_CERT`),
          key: take("CLIENT_KEY", `${own}_CLIENT_KEY`),
          passphrase: take("CLIENT_KEY_PASSPHRASE", `${own}_CLIENT_KEY_PASSPHRASE`),
        };
    }
  };

  function take(...wanted: readonly string[]): string {
    const all = wanted.map((name) => `${prefix}_${name}`);
    const last = all.at(-1)!;
    const free = all.find((name) => !taken.has(name)) ?? `${last}_${taken.size}`;
    taken.add(free);
    return free;
  }
}

/** `plaidVersion` of the API `plaid` is `VERSION`. */
function partOf(prefix: string, scheme: string): string {
  const name = snakeCase(scheme).toUpperCase() || "KEY";
  return name.startsWith(`${prefix}_`) ? name.slice(prefix.length + 1) : name;
}

/** `apiKeyAuth` holds an API key: `API_KEY`. `BEARER_AUTH` alone would not say what it holds. */
function withoutAuth(name: string): string {
  const short = name.replace(/_AUTH(?=_|$)/, "");
  return /(^|_)(KEY|TOKEN|SECRET|ID|PASSWORD)(_|$)/.test(short) ? short : name;
}
