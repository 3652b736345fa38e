import type { HeaderValues } from "../../contract/answer.js";

/** What the API asks for in a 401 (RFC 7616). */
interface Challenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque?: string;
  readonly algorithm: string;
  /** Absent for the older form, which counts nothing. */
  readonly qop?: "auth";
}

/** The parts of a request that HTTP Digest signs. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query as they are sent. */
  readonly uri: string;
}

/** Answers Digest challenges of one origin. A nonce is used for many requests, until the API sends another. */
export interface DigestAnswers {
  /** The Authorization header; nothing before the first challenge. */
  answer(request: SignedRequest): string | undefined;
  /** Takes the challenge of a 401. False where there is none that can be answered. */
  take(headers: HeaderValues): boolean;
}

/** Hash functions by the algorithm's name, the preferred first. */
const hashes: Readonly<Record<string, string>> = { "sha-256": "sha256", md5: "md5" };

export function createDigest(user: string, password: string): DigestAnswers {
  let challenge: Challenge | undefined;
  let count = 0;
  return {
    answer: ({ method, uri }) => {
      if (!challenge) return undefined;
      count += 1;
      return headerOf(challenge, { user, password, method, uri, count });
    },
    take(headers) {
      challenge = challengeIn(headers["www-authenticate"] ?? "");
      count = 0;
      return challenge !== undefined;
    },
  };
}

interface Signing extends SignedRequest {
  readonly user: string;
  readonly password: string;
  readonly count: number;
}

function headerOf(
  { realm, nonce, opaque, algorithm, qop }: Challenge,
  { user, password, method, uri, count }: Signing,
): string {
  const name = algorithm.toLowerCase().replace(/-sess$/, "");
  const { createHash, randomBytes } = process.getBuiltinModule("node:crypto");
  const hash = (text: string) => createHash(hashes[name]!).update(text).digest("hex");
  const cnonce = randomBytes(12).toString("hex");
  const nc = count.toString(16).padStart(8, "0");
  const own = hash(`${user}:${realm}:${password}`);
  const key = /-sess$/i.test(algorithm) ? hash(`${own}:${nonce}:${cnonce}`) : own;
  const counted = qop ? `${nonce}:${nc}:${cnonce}:${qop}` : nonce;
  const response = hash(`${key}:${counted}:${hash(`${method}:${uri}`)}`);
  const fields = [
    `username=${quoted(user)}`,
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(uri)}`,
    `response="${response}"`,
    `algorithm=${algorithm}`,
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
    ...(qop ? [`qop=${qop}`, `nc=${nc}`, `cnonce="${cnonce}"`] : []),
  ];
  return `Digest ${fields.join(", ")}`;
}

/** The strongest challenge that can be answered. */
function challengeIn(header: string): Challenge | undefined {
  const challenges = header
    .split(/(?:^|,)\s*Digest\s+/i)
    .slice(1)
    .flatMap((text) => readChallenge(text));
  const strength = ({ algorithm }: Challenge) =>
    Object.keys(hashes).indexOf(algorithm.toLowerCase().replace(/-sess$/, ""));
  return challenges.sort((one, other) => strength(one) - strength(other))[0];
}

/** `name=value` or `name="value"`. A name begins at its first letter alone, so that a long word is read once. */
const PAIR = /(?<![a-z])([a-z]{1,40})\s{0,9}=\s{0,9}(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([^\s,"]+))/gi;

function readChallenge(text: string): Challenge[] {
  const pairs = [...text.matchAll(PAIR)];
  const fields = new Map(
    pairs.map(([, name, inQuotes, plain]) => [name!.toLowerCase(), unquoted(inQuotes, plain)]),
  );
  const { realm = "", nonce, opaque, algorithm = "MD5", qop } = Object.fromEntries(fields);
  const isKnown = Object.hasOwn(hashes, algorithm.toLowerCase().replace(/-sess$/, ""));
  const takesAuth = qop === undefined || qop.split(",").some((one) => one.trim() === "auth");
  if (nonce === undefined || !isKnown || !takesAuth) return [];
  return [{ realm, nonce, opaque, algorithm, ...(qop === undefined ? {} : { qop: "auth" }) }];
}

function unquoted(inQuotes: string | undefined, plain: string | undefined): string {
  return inQuotes === undefined ? plain! : inQuotes.replaceAll(/\\(.)/g, "$1");
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
