import { isVersion, tokensFrom, type Auth, type Scheme } from "./auth.js";

/** One variable, and what it holds. */
export interface VariableRow {
  readonly variable: string;
  readonly holds: string;
}

/** How a scheme's credentials are sent, for people. */
export function sentAs(scheme: Scheme): string {
  switch (scheme.kind) {
    case "key": {
      const value = `${scheme.prefix}${isVersion(scheme) ? "<version>" : "<key>"}`;
      return scheme.in === "header"
        ? `header \`${scheme.name}: ${value}\``
        : `${scheme.in} \`${scheme.name}=${value}\``;
    }
    case "basic":
      return "HTTP Basic, header `Authorization: Basic <user and password, encoded>`";
    case "digest":
      return "HTTP Digest, header `Authorization: Digest <signature by user and password>`";
    case "oauth":
      return "OAuth 2, header `Authorization: Bearer <access token>`";
    case "certificate":
      return "mutual TLS, with a client certificate";
  }
}

const VERSION = "a version of the API, which is not a secret";

/** The variables of a scheme. */
export function variableRows(scheme: Scheme): readonly VariableRow[] {
  switch (scheme.kind) {
    case "key":
      return [{ variable: scheme.variables.key, holds: isVersion(scheme) ? VERSION : "the key" }];
    case "basic": {
      const { user, password, pair } = scheme.variables;
      return [
        { variable: user, holds: "the user name" },
        { variable: password, holds: "the password" },
        { variable: pair, holds: `instead of both: user:password, or a key that is the user name` },
      ];
    }
    case "digest":
      return [
        { variable: scheme.variables.user, holds: "the user name" },
        { variable: scheme.variables.password, holds: "the password" },
      ];
    case "oauth": {
      const { token, id, secret, refresh } = scheme.variables;
      const given = { variable: token, holds: "an access token, sent as it is" };
      const from = tokensFrom(scheme);
      if (from === undefined) return [given];
      return [
        { variable: id, holds: `the client id; access tokens are fetched from ${from}` },
        { variable: secret, holds: "the client secret" },
        { variable: refresh, holds: "a refresh token, where tokens are fetched with one" },
        { ...given, holds: `instead of these: ${given.holds}` },
      ];
    }
    case "certificate": {
      const { certificate, key, passphrase } = scheme.variables;
      return [
        { variable: certificate, holds: "the client certificate, PEM" },
        { variable: key, holds: "its private key, PEM" },
        { variable: passphrase, holds: "the key's passphrase, where it has one" },
      ];
    }
  }
}

/** What an API needs, as lines for a terminal. Empty where it has no schemes. */
export function authLines({ schemes, ways }: Auth): string[] {
  const rows = Object.entries(schemes).flatMap(([name, scheme]) => [
    `${name}: ${sentAs(scheme).replaceAll("`", "")}`,
    ...variableRows(scheme).map(({ variable, holds }) => `  ${variable}: ${holds}`),
    ...whereToGet(scheme).map((line) => `  ${line}`),
  ]);
  if (rows.length === 0) return [];
  return [`Credentials: ${waysText(ways)}.`, ...rows, FROM_FILES];
}

/** Where a scheme's credentials come from, as the API's document says. */
export function whereToGet({ about, url }: Scheme): string[] {
  return [...(about === undefined ? [] : [about]), ...(url === undefined ? [] : [`See ${url}`])];
}

/** The alternatives in words: `a and b, or c`. */
export function waysText(ways: Auth["ways"]): string {
  const named = ways.filter((way) => way.length > 0).map((way) => way.join(" and "));
  if (named.length === 0) return "none are needed";
  return ways.some((way) => way.length === 0) ? `${named.join(", or ")}, or none` : named.join(", or ");
}

export const FROM_FILES = "Any of them can be in a file: set NAME_FILE to its path, or NAME to file:PATH.";
