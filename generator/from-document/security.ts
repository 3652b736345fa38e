import type { KeyPlacement } from "../../runtime/contract/catalogue.js";
import type { ProblemList } from "../model/problem.js";
import { list, own, record, resolve, text, type Raw } from "../normalise/raw.js";

/**
 * How the API wants its key, by the document's security schemes: the first one that most of what it requires names and
 * that one key can satisfy. Nothing where the API takes no key; reported where it takes one that can't be sent.
 */
export function keyOf(document: Raw, at: string, problems: ProblemList): KeyPlacement | undefined {
  const schemes = record(record(document.components).securitySchemes);
  const names = byUse(document, Object.keys(schemes));
  const placed = names.map((name) => placementOf(resolve(document, own(schemes, name)))).find(Boolean);
  if (placed) return placed;
  const why =
    names.length === 0
      ? "The document names no security scheme, so calls are sent without a key."
      : `A key can't be sent as ${names.join(" or ")} wants it, so calls are sent without one.`;
  problems.warn("no-key", `${at}#/components/securitySchemes`, why);
  return undefined;
}

/** Names of schemes, those that most requirements name first; one that none names comes last. */
function byUse(document: Raw, names: readonly string[]): string[] {
  const uses = new Map<string, number>(names.map((name) => [name, 0]));
  const count = (requirements: unknown, weight: number) => {
    for (const requirement of list(requirements)) {
      for (const name of Object.keys(record(requirement))) {
        // What stands together must all be sent, and there is one key.
        const share = weight / Object.keys(record(requirement)).length;
        if (uses.has(name)) uses.set(name, uses.get(name)! + share);
      }
    }
  };
  count(document.security, 1_000_000);
  for (const item of Object.values(record(document.paths))) {
    for (const operation of Object.values(record(item))) count(record(operation).security, 1);
  }
  return [...uses].sort(([, one], [, other]) => other - one).map(([name]) => name);
}

/** HTTP's bearer and the tokens of OAuth are sent alike; a basic key is given as it is sent, in base64. */
function placementOf({ type, scheme, in: place, name }: Raw): KeyPlacement | undefined {
  const header = (prefix: string): KeyPlacement => ({ in: "header", name: "Authorization", prefix });
  if (type === "oauth2" || type === "openIdConnect") return header("Bearer ");
  if (type === "http") {
    const known = text(scheme)?.toLowerCase();
    if (known === "bearer") return header("Bearer ");
    return known === "basic" ? header("Basic ") : undefined;
  }
  const isName = typeof name === "string" && /^[A-Za-z0-9!#$%&'*+.^_`|~[\]-]+$/.test(name);
  if (type !== "apiKey" || (place !== "header" && place !== "query") || !isName) return undefined;
  return { in: place, name, prefix: "" };
}
