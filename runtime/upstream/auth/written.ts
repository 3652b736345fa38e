import type { Auth, Credentials } from "../../contract/auth.js";
import type { Catalogue } from "../../contract/catalogue.js";
import { authTables, credentialNames } from "./api-credentials.js";

/**
 * Credentials as one text: `NAME=value` for each variable, on lines of their own. A text without any such line is the
 * one key of an API, or whatever its first scheme takes.
 */
export function writtenCredentials(text: string, api: Catalogue["api"]): Credentials {
  const [auth] = authTables(api);
  if (!auth) return {};
  const names = credentialNames(api);
  const starts = names.flatMap((name) =>
    [...text.matchAll(new RegExp(`^[ \\t]*(?:export )?${name}=`, "gm"))].map(({ 0: found, index }) => {
      return { name, from: index, to: index + found.length };
    }),
  );
  const ordered = starts.sort((one, other) => one.from - other.from);
  if (ordered.length === 0) return { [singleVariable(auth)]: text.trim() };
  return Object.fromEntries(
    ordered.map(({ name, to }, at) => [name, unquoted(text.slice(to, ordered[at + 1]?.from).trim())]),
  );
}

/** The variable of a credential that is given without a name. */
function singleVariable({ schemes, ways }: Auth): string {
  const names = [...ways.flat(), ...Object.keys(schemes)];
  const scheme = schemes[names[0]!]!;
  switch (scheme.kind) {
    case "key":
      return scheme.variables.key;
    case "basic":
      return scheme.variables.pair;
    case "digest":
      return scheme.variables.user;
    case "oauth":
      return scheme.variables.token;
    case "certificate":
      return scheme.variables.certificate;
  }
}

function unquoted(value: string): string {
  return /^(["'])([^]*)\1$/.exec(value)?.[2] ?? value;
}
