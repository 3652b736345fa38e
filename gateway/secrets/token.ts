import { randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import { hideJwts } from "../../runtime/index.js";

/** Kinds of tokens with their prefixes, so that leak scanners and people can distinguish them. */
export const tokenPrefixes = {
  server: "sp_",
  api: "spa_",
  admin: "spm_",
  session: "sps_",
  service: "spv_",
  code: "spc_",
} as const;

export type TokenKind = keyof typeof tokenPrefixes;

/** A new token: its prefix, 256 random bits in base64url, and a checksum of six characters. */
export function mintToken(kind: TokenKind): string {
  const text = tokenPrefixes[kind] + randomBytes(32).toString("base64url");
  return text + checksum(text);
}

/** Whether a text has a token's format and checksum. Typos and guesses are refused without asking the store. */
export function isToken(kind: TokenKind, text: string): boolean {
  const prefix = tokenPrefixes[kind];
  if (text.length !== prefix.length + 49 || !text.startsWith(prefix) || !/^[\w-]+$/.test(text)) return false;
  return checksum(text.slice(0, -6)) === text.slice(-6);
}

/** Refresh tokens of connections begin with spr_; see `authorization/refresh-token.ts`. */
const ownToken = /sp[acmrsv]?_[\w-]{43,}/g;

/** The text without anything that looks like a token: Standpipe's own, or an issuer's JWT. */
export function hideTokens(text: string): string {
  return hideJwts(text.replace(ownToken, "[token]"), "[token]");
}

/** Whether a text contains something that looks like a token. */
export function hasToken(text: string): boolean {
  return hideTokens(text) !== text;
}

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** CRC-32 in six base-62 digits, as in GitHub's tokens. */
function checksum(text: string): string {
  let left = crc32(text);
  let made = "";
  while (made.length < 6) {
    made = digits[left % 62]! + made;
    left = Math.floor(left / 62);
  }
  return made;
}
