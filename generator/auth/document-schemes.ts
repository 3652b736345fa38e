import { clipped, plain } from "../describe/plain.js";
import { list, own, record, resolve, text, type Raw } from "../normalise/raw.js";
import { guessedPrefix, prefixNamed } from "./prefix.js";
import type { AuthEntry } from "./settings.js";
import type { NamelessScheme } from "./variables.js";

/** The schemes of a document that can be sent, and why the others can't. */
export interface DocumentSchemes {
  readonly schemes: Readonly<Record<string, NamelessScheme>>;
  readonly refused: Readonly<Record<string, string>>;
  /** Names of schemes whose prefix was guessed from a description. */
  readonly guessed: readonly string[];
}

/** @param server the API's URL, by which relative URLs are completed */
export function documentSchemes(document: Raw, server: string | undefined): DocumentSchemes {
  const given = record(record(document.components).securitySchemes);
  const schemes: Record<string, NamelessScheme> = {};
  const refused: Record<string, string> = {};
  const guessed: string[] = [];
  for (const name of Object.keys(given)) {
    try {
      const raw = resolve(document, own(given, name));
      const { scheme, isGuessed } = schemeOf(name, raw, server);
      schemes[name] = { ...scheme, ...toldOf(raw, document) };
      if (isGuessed) guessed.push(name);
    } catch (error) {
      refused[name] = (error as Error).message;
    }
  }
  return { schemes, refused, guessed };
}

/** A scheme as a person wrote it in the settings; it keeps what the document says of it. */
export function schemeOfEntry(entry: AuthEntry, before: NamelessScheme | undefined): NamelessScheme {
  const { about = before?.about, url = before?.url } = entry;
  const told = { ...(about === undefined ? {} : { about }), ...(url === undefined ? {} : { url }) };
  if (!("type" in entry)) {
    const { in: place, name, prefix, starts } = entry;
    return { kind: "key", in: place, name, prefix, ...(starts === undefined ? {} : { starts }), ...told };
  }
  switch (entry.type) {
    case "bearer":
      return { ...authorization("Bearer "), ...told };
    case "basic":
      return { kind: "basic", ...told };
    case "digest":
      return { kind: "digest", ...told };
    case "mutual_tls":
      return { kind: "certificate", ...told };
    case "oauth2": {
      const { tokenUrl: known, provider } = before?.kind === "oauth" ? before : {};
      const { token_url: tokenUrl = known, scopes } = entry;
      const from = tokenUrl !== undefined ? { tokenUrl } : provider !== undefined ? { provider } : {};
      return { kind: "oauth", ...from, scopes, ...told };
    }
  }
}

interface Read {
  readonly scheme: NamelessScheme;
  readonly isGuessed?: boolean;
}

/** @throws Error that says why it can't be sent */
function schemeOf(own: string, raw: Raw, server: string | undefined): Read {
  const { type, scheme } = raw;
  switch (type) {
    case "apiKey":
      return keyScheme(own, raw);
    case "http":
      return { scheme: httpScheme(text(scheme) ?? "") };
    case "oauth2":
      return { scheme: { kind: "oauth", ...tokenUrlOf(record(raw.flows), server), scopes: [] } };
    case "openIdConnect":
      return { scheme: { kind: "oauth", ...providerOf(raw, server), scopes: [] } };
    case "mutualTLS":
      return { scheme: { kind: "certificate" } };
    default:
      throw new Error(`its type is ${JSON.stringify(type)}, which is not a type of OpenAPI`);
  }
}

function keyScheme(own: string, { in: place, name, description }: Raw): Read {
  if (place !== "header" && place !== "query" && place !== "cookie")
    throw new Error(`its place is ${JSON.stringify(place)}, not header, query or cookie`);
  if (typeof name !== "string" || !/^[A-Za-z0-9!#$%&'*+.^_`|~[\]-]+$/.test(name))
    throw new Error(`its name ${JSON.stringify(name)} can't be sent`);
  const shown = place === "header" ? guessedPrefix(plain(text(description) ?? "")) : undefined;
  const isUsual = place === "header" && name.toLowerCase() === "authorization";
  const prefix = shown ?? (isUsual ? prefixNamed(own) : undefined);
  return {
    scheme: { kind: "key", in: place, name, prefix: prefix ?? "" },
    isGuessed: prefix !== undefined,
  };
}

/** Schemes that answer a challenge of the API by means that a server of tools does not have. */
const CHALLENGED = /^(negotiate|hoba|mutual|scram-.*|dpop|gnap|vapid)$/i;

function httpScheme(scheme: string): NamelessScheme {
  if (/^basic$/i.test(scheme)) return { kind: "basic" };
  if (/^digest$/i.test(scheme)) return { kind: "digest" };
  if (/^bearer$/i.test(scheme)) return authorization("Bearer ");
  if (CHALLENGED.test(scheme) || !/^[\w-]{1,40}$/.test(scheme))
    throw new Error(`the HTTP scheme ${JSON.stringify(scheme)} is not supported`);
  return authorization(`${scheme} `);
}

function authorization(prefix: string): NamelessScheme {
  return { kind: "key", in: "header", name: "Authorization", prefix };
}

/** Client credentials first; a refresh token goes where the flow that gave it says. */
function tokenUrlOf(flows: Raw, server: string | undefined): { tokenUrl?: string } {
  const urls = ["clientCredentials", "application", "authorizationCode", "accessCode", "password"].flatMap(
    (flow) => {
      const { refreshUrl, tokenUrl } = record(flows[flow]);
      return [flow === "clientCredentials" ? tokenUrl : (text(refreshUrl) ?? tokenUrl)];
    },
  );
  const url = urls.map(text).find((one) => one !== undefined && URL.canParse(one, server));
  const found = url === undefined ? undefined : new URL(url, server);
  return found && /^https?:$/.test(found.protocol) ? { tokenUrl: found.href } : {};
}

/** The OpenID provider, which says where its token endpoint is. */
function providerOf({ openIdConnectUrl }: Raw, server: string | undefined): { provider?: string } {
  const given = text(openIdConnectUrl);
  const url = given !== undefined && URL.canParse(given, server) ? new URL(given, server) : undefined;
  return url && /^https?:$/.test(url.protocol) ? { provider: url.href } : {};
}

function toldOf(raw: Raw, document: Raw): { about?: string; url?: string } {
  const about = clipped(plain(text(raw.description) ?? "").replace(/^#+ /, ""), 300);
  const urls = [record(raw.externalDocs).url, record(document.externalDocs).url].map(text);
  const url = urls.find((one) => one !== undefined && /^https?:/.test(one) && URL.canParse(one));
  return { ...(about === "" ? {} : { about }), ...(url === undefined ? {} : { url: new URL(url).href }) };
}

/** The ways of a `security` of the document. Those that need a scheme that can't be sent are left out. */
export function waysIn(security: unknown, schemes: Readonly<Record<string, unknown>>): string[][] {
  const ways = list(security).map((way) => Object.keys(record(way)));
  if (ways.length === 0) return [[]];
  // Requirements that differ in their scopes alone are one way.
  const distinct = new Map(ways.map((way) => [way.toSorted().join(" "), way]));
  return [...distinct.values()].filter((way) => way.every((name) => Object.hasOwn(schemes, name)));
}
