import type { Operation } from "../model/operation.js";
import { list, own, record, text, type Raw } from "./raw.js";

/** A server's URL with its variables at their defaults; undefined if it is not an absolute URL. */
export function serverUrl(server: unknown, base?: string): string | undefined {
  const { url, variables } = record(server);
  const filled = text(url)?.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => defaultOf(own(variables, name)));
  return filled === undefined ? undefined : absolute(filled, base);
}

/** The name of an allowed origin, by an operation's key and its own server's URL. */
export type OriginOf = (key: string, url: string) => string | undefined;

interface OwnServers {
  readonly document: Raw;
  readonly item: Raw;
  readonly operation: Raw;
  /** `METHOD /path`. */
  readonly key: string;
}

/**
 * Where an operation with a server of its own lies; nothing where it uses the API's. Credentials are for one origin, so
 * an operation of another origin is taken only where that origin is allowed.
 * @throws Error where none of its own servers is at the API's origin or an allowed one
 */
export function ownPlace(
  { document, item, operation, key }: OwnServers,
  originOf: OriginOf = () => undefined,
): Pick<Operation, "prefix" | "origin"> {
  const given = [operation.servers, item.servers].map(list).find((servers) => servers.length > 0);
  if (given === undefined) return {};
  const common = serverUrl(list(document.servers)[0], ITS_PLACE) ?? ITS_PLACE;
  const urls = given.map((server) => serverUrl(server, common)).filter((url) => url !== undefined);
  const near = urls.find((url) => new URL(url).origin === new URL(common).origin);
  if (urls.length === 0) throw new Error("Its own server is not an http(s) URL.");
  if (near === common) return {};
  if (near !== undefined) return { prefix: { own: pathOf(near), common: pathOf(common) } };
  const allowed = urls
    .map((url) => ({ url, origin: originOf(key, url) }))
    .find(({ origin }) => origin !== undefined);
  if (allowed) return { origin: allowed.origin, prefix: { own: pathOf(allowed.url), common: "" } };
  throw new Error(
    `Its own server ${urls[0]} is not at the API's origin. Credentials must only be sent there. ` +
      "Allow it under origins: in standpipe.yaml.",
  );
}

function pathOf(url: string): string {
  return url.slice(new URL(url).origin.length);
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

function defaultOf(variable: unknown): string {
  const { default: value, enum: values } = record(variable);
  return String(value ?? list(values)[0] ?? "");
}
