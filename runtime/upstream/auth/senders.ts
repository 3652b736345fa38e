import {
  isVersion,
  type BasicScheme,
  type CertificateScheme,
  type Credentials,
  type DigestScheme,
  type KeyScheme,
  type OAuthScheme,
  type Scheme,
} from "../../contract/auth.js";
import type { HeaderValues } from "../../contract/answer.js";
import { createDigest, type SignedRequest } from "./digest.js";
import { createTokens } from "./oauth.js";
import { noCredentials, type PlacedCredentials } from "./placed.js";
import type { CancelSignal } from "../../contract/cancellation.js";

/** Sends the credentials of one scheme. */
export interface SchemeSender {
  place(signal: CancelSignal, request: SignedRequest): PlacedCredentials | Promise<PlacedCredentials>;
  /** Told of a 401: what was sent, and the answer's headers. True where another try may be let in. */
  renew?(sent: PlacedCredentials, headers: HeaderValues): boolean;
  /** Texts that no answer, log or error may show. */
  secrets(): readonly string[];
}

/** A credential that can't be sent. The message never holds it. */
export class CredentialError extends Error {
  override readonly name = "CredentialError";
  constructor(
    readonly variable: string,
    readonly why: string,
  ) {
    super(`${variable} ${why}.`);
  }
}

/** @throws CredentialError */
export function senderOf(scheme: Scheme, credentials: Credentials, title: string): SchemeSender {
  switch (scheme.kind) {
    case "key":
      return keySender(scheme, credentials);
    case "basic":
      return basicSender(scheme, credentials);
    case "digest":
      return digestSender(scheme, credentials);
    case "oauth":
      return oauthSender(scheme, credentials, title);
    case "certificate":
      return certificateSender(scheme, credentials);
  }
}

/** How a key is sent, by the place where the API wants it. */
const keyPlaces: Readonly<
  Record<KeyScheme["in"], (name: string, text: string) => Partial<PlacedCredentials>>
> = {
  header: (name, text) => ({ headers: { [name.toLowerCase()]: text } }),
  query: (name, text) => ({ pairs: [`${encodeURIComponent(name)}=${encodeURIComponent(text)}`] }),
  cookie: (name, text) => ({ cookies: [`${name}=${text}`] }),
};

/** Characters that a key may not have, by the place where it is sent. */
const refused: Readonly<Record<KeyScheme["in"], RegExp>> = {
  header: /[^\x20-\x7e]/,
  query: /\p{Cc}/u,
  cookie: /[^\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]/,
};

function keySender(scheme: KeyScheme, credentials: Credentials): SchemeSender {
  const { in: place, name, prefix, variables } = scheme;
  const value = withoutPrefix(credentials[variables.key]!, prefix);
  if (refused[place].test(value))
    throw new CredentialError(variables.key, `holds a character that can't be sent in a ${place}`);
  const placed = { ...noCredentials, ...keyPlaces[place](name, prefix + value) };
  const secrets = isVersion(scheme) ? [] : [...new Set([value, keyWithin(value)])];
  return { place: () => placed, secrets: () => secrets };
}

/** The key alone in a credential that people write with its prefix, such as `Token token=…`. */
function keyWithin(value: string): string {
  return /^[A-Za-z]+ (?:[a-z_]+=)?"?([^\s"]{8,})"?$/.exec(value)?.[1] ?? value;
}

/** People paste a key with the prefix that the API's pages show before it. */
function withoutPrefix(value: string, prefix: string): string {
  const isThere = prefix !== "" && value.toLowerCase().startsWith(prefix.toLowerCase());
  return isThere ? value.slice(prefix.length).trim() : value;
}

function basicSender({ variables }: BasicScheme, credentials: Credentials): SchemeSender {
  const [user, password] = [credentials[variables.user], credentials[variables.password]];
  const isSplit = user !== undefined && password !== undefined;
  if (isSplit && user.includes(":"))
    throw new CredentialError(variables.user, "holds a colon, which ends the user name");
  const pair = isSplit ? `${user}:${password}` : plainPair(credentials[variables.pair]!);
  const encoded = Buffer.from(pair).toString("base64");
  const placed = authorization(`Basic ${encoded}`);
  const secret = pair.slice(pair.indexOf(":") + 1) || pair.slice(0, -1);
  return { place: () => placed, secrets: () => [encoded, secret] };
}

/** `user:password`; the same in base64, as it is sent; or a key alone, which is a user without a password. */
function plainPair(given: string): string {
  const value = withoutPrefix(given, "Basic ");
  if (value.includes(":")) return value;
  const decoded = /^[A-Za-z0-9+/]+={0,2}$/.test(value) ? Buffer.from(value, "base64").toString() : "";
  return decoded.includes(":") && /^[\x20-\x7e]*$/.test(decoded) ? decoded : `${value}:`;
}

function digestSender({ variables }: DigestScheme, credentials: Credentials): SchemeSender {
  const password = credentials[variables.password]!;
  const digest = createDigest(credentials[variables.user]!, password);
  return {
    place(_, request) {
      const answer = digest.answer(request);
      return answer === undefined ? noCredentials : authorization(answer);
    },
    renew: (_, headers) => digest.take(headers),
    secrets: () => [password],
  };
}

function authorization(text: string): PlacedCredentials {
  return { ...noCredentials, headers: { authorization: text } };
}

function oauthSender(scheme: OAuthScheme, credentials: Credentials, title: string): SchemeSender {
  const { token, secret, refresh } = scheme.variables;
  const fixed = credentials[token];
  if (fixed !== undefined) {
    const key = { kind: "key", in: "header", name: "Authorization", prefix: "Bearer " } as const;
    return keySender({ ...key, variables: { key: token } }, credentials);
  }
  const tokens = createTokens(scheme, credentials, title);
  const held = [credentials[secret], credentials[refresh]].filter((one) => one !== undefined);
  return {
    async place(signal) {
      return authorization(`Bearer ${await tokens.take(signal)}`);
    },
    renew: ({ headers }) => tokens.forget(headers["authorization"]?.slice("Bearer ".length)),
    secrets: () => [...held, ...tokens.seen()],
  };
}

function certificateSender({ variables }: CertificateScheme, credentials: Credentials): SchemeSender {
  const [cert, key] = [credentials[variables.certificate]!, credentials[variables.key]!];
  const passphrase = credentials[variables.passphrase];
  if (cert === "") return { place: () => noCredentials, secrets: () => [] };
  try {
    // Loaded only here: it takes memory that most servers do not need.
    process.getBuiltinModule("node:tls").createSecureContext({ cert, key, passphrase });
  } catch {
    const why = `and ${variables.certificate} are not a certificate and key in PEM that belong together`;
    throw new CredentialError(variables.key, why);
  }
  const secrets = [key, passphrase];
  return { place: () => noCredentials, secrets: () => secrets.filter((one) => one !== undefined) };
}
