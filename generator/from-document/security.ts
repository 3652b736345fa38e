import type { KeyPlacement } from "../../runtime/contract/catalogue.js";
import type { ProblemList } from "../model/problem.js";
import { list, own, record, resolve, text, type Raw } from "../normalise/raw.js";

/**
 * How the API takes its key, from the document's security schemes: the scheme that most operations require and that one
 * key can satisfy. Undefined if the API takes no key. If its key cannot be sent, that is reported.
 */
export function keyOf(document: Raw, at: string, problems: ProblemList): KeyPlacement | undefined {
  const schemes = record(record(document.components).securitySchemes);
  const names = byUse(document, Object.keys(schemes));
  const placed = names.map((name) => placementOf(resolve(document, own(schemes, name)))).find(Boolean);
  if (placed) return placed;
  const why =
    names.length === 0
      ? "The document names no security scheme, so calls are sent without a key."
      : `One key cannot satisfy ${names.join(" or ")}, so calls are sent without a key.`;
  problems.warn("no-key", `${at}#/components/securitySchemes`, why);
  return undefined;
}

/** Names of schemes, most often required first. Schemes that nothing requires come last. */
function byUse(document: Raw, names: readonly string[]): string[] {
  const uses = new Map<string, number>(names.map((name) => [name, 0]));
  const count = (requirements: unknown, weight: number) => {
    for (const requirement of list(requirements)) {
      for (const name of Object.keys(record(requirement))) {
        // Schemes in one requirement must all be sent, but there is only one key.
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

/** Bearer and OAuth tokens are sent the same way. A basic key is given in base64, as it is sent. */
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
