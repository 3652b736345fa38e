import { createHash, timingSafeEqual } from "node:crypto";
import { localhostAllowedHostnames, validateHostHeader } from "@modelcontextprotocol/server";
import { bearerOf } from "./bearer.js";
import { inUrl, isLoopback } from "./hosts.js";

/** Why a request is refused. */
interface Refusal {
  readonly status: 401 | 403;
  readonly message: string;
}

/** The headers that a guard checks. */
interface Guarded {
  readonly host?: string;
  readonly origin?: string;
  readonly authorization?: string;
}

/** Returns why a request is refused, or undefined. */
export type Guard = (headers: Guarded) => Refusal | undefined;

export interface GuardOptions {
  /** The host listened on. */
  readonly host: string;
  /** Other host names that clients may use, without ports. */
  readonly allowedHosts?: readonly string[];
  /** Origins of web pages that may send requests, such as `https://app.example.com`. */
  readonly origins?: readonly string[];
  /** The bearer token that clients must send. */
  readonly token?: string;
}

/**
 * Host must be a name of this server, which no web page can achieve by DNS rebinding. Origin must be this server's own:
 * the same port, or a host that the operator named. Another server on this machine is refused. Then the token is
 * checked, if one is set.
 */
export function createGuard({ host, allowedHosts = [], origins = [], token }: GuardOptions): Guard {
  const named = allowedHosts.map((name) => name.toLowerCase());
  const hosts = [...localhostAllowedHostnames(), inUrl(host), ...named];
  const expected = token === undefined ? undefined : digest(token);

  function isOwn(origin: string, askedHost: string | undefined): boolean {
    if (origins.includes(origin)) return true;
    if (!URL.canParse(origin)) return false;
    const { hostname, port } = new URL(origin);
    const isNamed = named.includes(hostname) && !isLoopback(hostname.replace(/^\[|\]$/g, ""));
    return isNamed || (hosts.includes(hostname) && port === new URL(`http://${askedHost}`).port);
  }

  // The check parses a URL, and nearly all requests have the same Host.
  let last: { readonly host: string | undefined; readonly refusal?: Refusal } | undefined;
  function hostRefusal(asked: string | undefined): Refusal | undefined {
    if (last && last.host === asked) return last.refusal;
    const checked = validateHostHeader(asked, hosts);
    last = checked.ok ? { host: asked } : { host: asked, refusal: { status: 403, message: checked.message } };
    return last.refusal;
  }

  return ({ host: askedHost, origin, authorization }) => {
    const refusal = hostRefusal(askedHost);
    if (refusal) return refusal;
    if (origin !== undefined && !isOwn(origin, askedHost))
      return { status: 403, message: "The Origin is not this server's own." };
    if (expected === undefined || isRight(authorization, expected)) return undefined;
    return { status: 401, message: "This server needs its bearer token in the Authorization header." };
  };
}

/** Compares digests, so that the time shows neither length nor content of the token. */
function isRight(authorization: string | undefined, expected: Buffer): boolean {
  return timingSafeEqual(digest(bearerOf(authorization) ?? ""), expected);
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
