import type { Knowledge, KnowledgeKind } from "../contract/catalogue.js";

/** The fields that a kind's `item` took from a record. */
export type Item = Readonly<Record<string, unknown>>;

/** A found record in OpenAI's format of a result. */
export interface Found {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** @returns undefined for a record without an id or a link, because it could be neither read nor cited */
export function foundOf(kind: KnowledgeKind, item: Item, web: string): Found | undefined {
  const id = textOf(item["id"]);
  const url = urlOf(kind, item, web);
  if (id === undefined || url === undefined) return undefined;
  return { id: `${kind.kind}:${id}`, title: titleOf(kind, item) || `${kind.kind} ${id}`, url };
}

/** The web app of an API's server. For an unknown server, that of the first. */
export function webOf(
  { web }: Knowledge,
  servers: Readonly<Record<string, string>>,
  baseUrl?: string,
): string {
  const region = Object.keys(servers).find((name) => servers[name] === baseUrl);
  return (region === undefined ? undefined : web[region]) ?? Object.values(web)[0] ?? "";
}

/** An empty place also removes the text around it up to the next space: `#{number} {name}` without number. */
function titleOf({ title }: KnowledgeKind, item: Item): string {
  return title
    .split(" ")
    .flatMap((part) => filled(part, (name) => textOf(item[name])) ?? [])
    .join(" ");
}

function urlOf({ urls }: KnowledgeKind, item: Item, web: string): string | undefined {
  for (const pattern of urls) {
    const isWhole = /^\{\w+\}$/.test(pattern);
    const value = (name: string) => {
      const text = name === "web" ? web : textOf(item[name]);
      return text === undefined || name === "web" || isWhole ? text : encodeURIComponent(text);
    };
    const url = filled(pattern, value);
    // The API's own link is untrusted data: only an http(s) URL is used.
    if (url !== undefined && isWebAddress(url)) return url;
  }
  return undefined;
}

function filled(pattern: string, value: (name: string) => string | undefined): string | undefined {
  const missing: string[] = [];
  const text = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const found = value(name);
    if (found === undefined) missing.push(name);
    return found ?? "";
  });
  return missing.length === 0 ? text : undefined;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}
