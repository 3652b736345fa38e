import { isLocalHttp } from "../oauth/issuer.js";

const longest = 500;

/** Schemes that do not open an app of the person. */
const refusedSchemes = new Set(
  "javascript: data: vbscript: file: blob: about: filesystem: ftp: ws: wss: view-source: mailto: tel: sms:".split(
    " ",
  ),
);

/** Whether codes may be sent to a URI: https, http on the person's own machine, or an app's own scheme. */
export function isRedirectUri(text: string): boolean {
  if (text.length > longest || !URL.canParse(text) || /[#\\\s\p{C}]/u.test(text)) return false;
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return false;
  if (url.protocol === "https:") return url.hostname !== "";
  if (url.protocol === "http:") return isLocalHttp(url);
  return !refusedSchemes.has(url.protocol) && text.startsWith(`${url.protocol}//`);
}

/**
 * Whether a client registered a URI. The texts must be equal. Only the port of the person's own machine may differ,
 * because an app takes any free one (RFC 8252, section 7.3).
 */
export function isRegistered(asked: string, registered: readonly string[]): boolean {
  return registered.some((one) => one === asked || (isLoopback(asked) && sameButPort(one, asked)));
}

function sameButPort(one: string, other: string): boolean {
  return isLoopback(one) && withoutPort(one) === withoutPort(other);
}

function withoutPort(text: string): string {
  const url = new URL(text);
  url.port = "";
  return url.href;
}

function isLoopback(text: string): boolean {
  return URL.canParse(text) && isLocalHttp(new URL(text));
}

/** Where a code goes, for people: a host, or the scheme of an app. */
export function redirectHost(text: string): string {
  const { protocol, host, hostname } = new URL(text);
  if (protocol === "https:") return host;
  return protocol === "http:" ? `${hostname} (this computer)` : `the app of ${protocol}//`;
}

/**
 * Whether only the client itself can receive what is sent there. On the person's machine, any program can listen.
 */
export function isOwnHost(text: string): boolean {
  return new URL(text).protocol === "https:";
}
