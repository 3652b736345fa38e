import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import {
  localhostAllowedHostnames,
  validateHostHeader,
  validateOriginHeader,
} from "@modelcontextprotocol/server";
import { bearerOf } from "./bearer.js";
import { inUrl } from "./hosts.js";

/** Why a request may not go on. */
interface Refusal {
  readonly status: 401 | 403;
  readonly message: string;
}

/** Says why a request may not go on, or nothing when it may. */
export type Guard = (request: IncomingMessage) => Refusal | undefined;

export interface GuardOptions {
  /** The host listened on. */
  readonly host: string;
  /** Further host names that clients may use, without ports. */
  readonly allowedHosts?: readonly string[];
  /** The bearer token that clients must show. */
  readonly token?: string;
}

/**
 * Host and Origin must be names under which this server is meant to be reached, which no web page can arrange by
 * rebinding a name of its own; then the token, where one is set.
 */
export function createGuard({ host, allowedHosts = [], token }: GuardOptions): Guard {
  const hosts = [
    ...localhostAllowedHostnames(),
    inUrl(host),
    ...allowedHosts.map((name) => name.toLowerCase()),
  ];
  const expected = token === undefined ? undefined : digest(token);
  return ({ headers }) => {
    const checks = [validateHostHeader(headers.host, hosts), validateOriginHeader(headers.origin, hosts)];
    const failed = checks.find(({ ok }) => !ok);
    if (failed && !failed.ok) return { status: 403, message: failed.message };
    if (expected === undefined || isRight(headers.authorization, expected)) return undefined;
    return { status: 401, message: "This server needs its bearer token in the Authorization header." };
  };
}

/** Compares digests, so that neither length nor content of the token shows in the time it takes. */
function isRight(authorization: string | undefined, expected: Buffer): boolean {
  return timingSafeEqual(digest(bearerOf(authorization) ?? ""), expected);
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
