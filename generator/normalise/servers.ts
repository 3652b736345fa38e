import { list, own, record, text, type Raw } from "./raw.js";

/** A server object's URL with each variable at its default, or nothing where there is no absolute URL. */
export function serverUrl(server: unknown, base?: string): string | undefined {
  const { url, variables } = record(server);
  const filled = text(url)?.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => defaultOf(own(variables, name)));
  return filled === undefined ? undefined : absolute(filled, base);
}

/**
 * The server of an operation that has one of its own, or nothing where it uses the API's.
 * @throws Error where its own can't be made an absolute URL
 */
export function ownServer(document: Raw, item: Raw, operation: Raw): string | undefined {
  const given = list(operation.servers)[0] ?? list(item.servers)[0];
  if (given === undefined) return undefined;
  const common = serverUrl(list(document.servers)[0]);
  const url = serverUrl(given, common);
  if (url === undefined)
    throw new Error("Its own server is no absolute URL, and the document has none to complete it.");
  return url === common ? undefined : url;
}

/** An absolute http(s) URL without query, fragment, name, password or slash at its end. */
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
