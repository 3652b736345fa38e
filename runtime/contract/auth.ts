/** How an API lets callers in: the `auth` of a catalogue. */
export interface Auth {
  /** By the name that the API's document gives them. */
  readonly schemes: Readonly<Record<string, Scheme>>;
  /** The ways in for each operation that names none of its own. */
  readonly ways: Ways;
}

/**
 * Alternatives, each with the names of schemes that are sent together. The first one whose credentials are all set is
 * used. An empty alternative needs no credentials.
 */
export type Ways = readonly (readonly string[])[];

/** One security scheme. Each kind says how it is sent, and which variables hold its credentials. */
export type Scheme = (KeyScheme | BasicScheme | DigestScheme | OAuthScheme | CertificateScheme) & {
  /** What the API's document says of it. */
  readonly about?: string;
  /** Where the API explains it. */
  readonly url?: string;
};

/** A key or token that is sent as it is. */
export interface KeyScheme {
  readonly kind: "key";
  readonly in: "header" | "query" | "cookie";
  readonly name: string;
  /** What stands before the key, such as `Bearer ` or `Token token=`. */
  readonly prefix: string;
  /** What every key begins with. Texts that look like a key are hidden. */
  readonly starts?: string;
  readonly variables: { readonly key: string };
}

/** Whether the value is an API version, which some documents declare like a key. It is not a secret. */
export function isVersion({ name }: KeyScheme): boolean {
  return /version$/i.test(name);
}

/** HTTP's Basic: user and password, encoded when they are sent. */
export interface BasicScheme {
  readonly kind: "basic";
  readonly variables: {
    readonly user: string;
    readonly password: string;
    /** Both in one, as `user:password`. */
    readonly pair: string;
  };
}

/** HTTP's Digest: user and password, which sign each request after the API's challenge. */
export interface DigestScheme {
  readonly kind: "digest";
  readonly variables: { readonly user: string; readonly password: string };
}

/** OAuth 2: an access token, or what fetches one. */
export interface OAuthScheme {
  readonly kind: "oauth";
  /** Where access tokens are fetched. Without it and without a provider, only an access token can be given. */
  readonly tokenUrl?: string;
  /** The OpenID provider that says where its token endpoint is. It is asked when a token is first needed. */
  readonly provider?: string;
  /** Asked for when a token is fetched. */
  readonly scopes: readonly string[];
  readonly variables: {
    readonly token: string;
    readonly id: string;
    readonly secret: string;
    readonly refresh: string;
  };
}

/** Mutual TLS: a client certificate and its key, in PEM. */
export interface CertificateScheme {
  readonly kind: "certificate";
  readonly variables: { readonly certificate: string; readonly key: string; readonly passphrase: string };
}

/** Credentials by the variables that hold them. */
export type Credentials = Readonly<Record<string, string>>;

/** Sets of variables, each of which is enough for a scheme. */
export function sufficientFor(scheme: Scheme): readonly (readonly string[])[] {
  switch (scheme.kind) {
    case "key":
      return [[scheme.variables.key]];
    case "basic":
      return [[scheme.variables.user, scheme.variables.password], [scheme.variables.pair]];
    case "digest":
      return [[scheme.variables.user, scheme.variables.password]];
    case "oauth": {
      const { token, id, secret, refresh } = scheme.variables;
      return tokensFrom(scheme) === undefined ? [[token]] : [[token], [id, secret], [id, refresh]];
    }
    case "certificate":
      return [[scheme.variables.certificate, scheme.variables.key]];
  }
}

/** Where access tokens are fetched: the token endpoint, or the OpenID provider that names it. */
export function tokensFrom({ tokenUrl, provider }: OAuthScheme): string | undefined {
  return tokenUrl ?? provider;
}

/** Whether the credentials of a scheme are set. */
export function isSet(scheme: Scheme, credentials: Credentials): boolean {
  return sufficientFor(scheme).some((names) => names.every((name) => credentials[name] !== undefined));
}

/** The way to use: the first one whose credentials are all set. An empty one comes last, wherever it stands. */
export function wayFor(
  { schemes }: Auth,
  ways: Ways,
  credentials: Credentials,
): readonly string[] | undefined {
  const isOpen = (way: readonly string[]) => way.every((name) => isSet(schemes[name]!, credentials));
  return ways.find((way) => way.length > 0 && isOpen(way)) ?? ways.find((way) => way.length === 0);
}

/** All variables of an API, in the order of its schemes. */
export function variablesOf({ schemes }: Auth): readonly string[] {
  return [...new Set(Object.values(schemes).flatMap(({ variables }) => Object.values(variables)))];
}

/** What the API's keys begin with, where it is known. */
export function keyStartsIn(auth: Auth | undefined): readonly string[] {
  return Object.values(auth?.schemes ?? {}).flatMap((scheme) =>
    scheme.kind === "key" && scheme.starts !== undefined ? [scheme.starts] : [],
  );
}

/** What the variables of an API start with: `pager-duty` has `PAGER_DUTY_API_KEY`. */
export function variablePrefix(api: string): string {
  return api.toUpperCase().replace(/[^A-Z0-9]+/g, "_");
}
