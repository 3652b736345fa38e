const HIDDEN = "[redacted]";

/**
 * Secrets with a known form: Standpipe, Slack, GitHub, AWS, bearer headers, private keys. No alternative may read the
 * same characters more than a fixed number of times.
 */
export const secretPattern =
  /sp[acmrsv]?_[A-Za-z0-9_-]{43,}|\bxox[abeoprs]-[A-Za-z0-9-]{10,}|\bgh[opsru]_[A-Za-z0-9]{30,}|\bgithub_pat_[A-Za-z0-9_]{30,}|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bBearer [A-Za-z0-9._~+/-]{20,}=*|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^"-]*(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g;

/** Redacts secrets of all known forms. */
export function hideSecrets(text: string): string {
  return hideJwts(text.replace(secretPattern, HIDDEN), HIDDEN);
}

/** Redacts JSON Web Tokens: three parts with dots between them, of which two begin with `eyJ`. */
export function hideJwts(text: string, hidden: string): string {
  let shown = "";
  let from = 0;
  let at = text.indexOf(JWT_START);
  while (at >= 0) {
    const first = runEnd(text, at);
    const second =
      text[first] === "." && text.startsWith(JWT_START, first + 1) ? runEnd(text, first + 1) : -1;
    const isToken = first - at >= LEAST_PART && second - first > LEAST_PART && text[second] === ".";
    // A later start inside the same part would end at the same place, so it is not a token either.
    const next = isToken ? runEnd(text, second + 1) : first;
    if (isToken) {
      shown += text.slice(from, at) + hidden;
      from = next;
    }
    at = text.indexOf(JWT_START, next);
  }
  return shown + text.slice(from);
}

const JWT_START = "eyJ";
const LEAST_PART = 11;

/** The end of a run of base64url characters. */
function runEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBase64Url(text.charCodeAt(at))) at += 1;
  return at;
}

function isBase64Url(code: number): boolean {
  return isLetterOrDigit(code) || code === 0x2d || code === 0x5f;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}

/** Redacts e-mail addresses. It searches around each `@`, and never past another one. */
export function hideEmails(text: string): string {
  let shown = "";
  let from = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > from && at - start < MOST_LOCAL && isLocal(text.charCodeAt(start - 1))) start -= 1;
    domain.lastIndex = at + 1;
    const end = start < at && domain.test(text) ? domain.lastIndex : -1;
    if (end < 0) continue;
    shown += text.slice(from, start) + HIDDEN;
    from = end;
  }
  return shown + text.slice(from);
}

const MOST_LOCAL = 64;
/** It starts at one place only, so it costs at most the length of the address. */
const domain = /[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/y;

function isLocal(code: number): boolean {
  return isLetterOrDigit(code) || LOCAL_SIGNS.includes(code);
}

const LOCAL_SIGNS = [..."._%+-"].map((sign) => sign.charCodeAt(0));
