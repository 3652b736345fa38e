import type { Operation } from "../model/operation.js";
import { list, own, record, text, type Raw } from "./raw.js";

/** A server's URL with its variables at their defaults; undefined if it is not an absolute URL. */
export function serverUrl(server: unknown, base?: string): string | undefined {
  const { url, variables } = record(server);
  const filled = text(url)?.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => defaultOf(own(variables, name)));
  return filled === undefined ? undefined : absolute(filled, base);
}

/**
 * The own server of an operation, relative to the API's; undefined if it uses the API's. The key is only for the API's
 * origin, so operations of other origins are left out.
 * @throws Error if none of its servers is at the API's origin
 */
export function ownPrefix(document: Raw, item: Raw, operation: Raw): Operation["prefix"] {
  const given = [operation.servers, item.servers].map(list).find((servers) => servers.length > 0);
  if (given === undefined) return undefined;
  const common = serverUrl(list(document.servers)[0], ITS_PLACE) ?? ITS_PLACE;
  const urls = given.map((server) => serverUrl(server, common)).filter((url) => url !== undefined);
  const near = urls.find((url) => originOf(url) === originOf(common));
  if (urls.length === 0) throw new Error("Its own server is not an http(s) URL.");
  if (near === undefined)
    throw new Error(`Its own server ${urls[0]} is not at the API's origin. The key must only be sent there.`);
  if (near === common) return undefined;
  return { own: near.slice(originOf(near).length), common: common.slice(originOf(common).length) };
}

/** A base to compare relative servers with, if the document did not come from a URL. */
const ITS_PLACE = "https://document.invalid";

/** An absolute http(s) URL without query, fragment, user name, password, or slash at its end. */
function absolute(url: string, base: string | undefined): string | undefined {
  if (!URL.canParse(url, base)) return undefined;
  const found = new URL(url, base);
  if (!/^https?:$/.test(found.protocol) || found.username !== "" || found.password !== "") return undefined;
  return (found.origin + found.pathname).replace(/\/+$/, "");
}

function originOf(url: string): string {
  return new URL(url).origin;
}

function defaultOf(variable: unknown): string {
  const { default: value, enum: values } = record(variable);
  return String(value ?? list(values)[0] ?? "");
}
