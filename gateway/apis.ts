import { type GeneratedApi, keyStartsIn } from "../runtime/index.js";
import { badRequest, conflict } from "./error.js";

/** An API that the gateway serves. */
export interface ServedApi extends GeneratedApi {
  readonly name: string;
  readonly title: string;
  readonly urls: BaseUrls;
}

/** By name. */
export type ServedApis = Readonly<Record<string, ServedApi>>;

/** Allowed base URLs for accounts of an API. Its keys are sent nowhere else. */
interface BaseUrls {
  /** By region: the API's own, and `sandbox` if one runs. */
  readonly regions: Readonly<Record<string, string>>;
  /** Others from the operator. */
  readonly baseUrls: readonly string[];
}

export interface ServedOptions {
  /** The first one is the default. */
  readonly apis: readonly GeneratedApi[];
  /** URLs of sandboxes, by the names of their APIs. */
  readonly sandboxUrls: Readonly<Record<string, string>>;
  /** From STANDPIPE_BASE_URLS: `name=URL`, or only a URL for the first API. */
  readonly baseUrls: readonly string[];
}

/** @throws Error for two APIs with the same name, or a base URL of an unknown API */
export function servedApis({ apis, sandboxUrls, baseUrls }: ServedOptions): ServedApis {
  const names = apis.map(({ catalogue }) => catalogue.api.name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new Error(`Two APIs are called ${twice}. Generate one of them with another --name.`);
  const further = baseUrls.map((text) => baseUrlOf(text, names));
  const served = apis.map((generated): [string, ServedApi] => {
    const { name, title, servers } = generated.catalogue.api;
    const sandbox: Record<string, string> = Object.hasOwn(sandboxUrls, name)
      ? { sandbox: sandboxUrls[name]! }
      : {};
    const urls = {
      regions: { ...servers, ...sandbox },
      baseUrls: further.filter(({ api }) => api === name).map(({ url }) => url),
    };
    return [name, { ...generated, name, title, urls }];
  });
  return Object.fromEntries(served);
}

function baseUrlOf(text: string, names: readonly string[]): { readonly api: string; readonly url: string } {
  const [, named, url = text] = /^([\w-]+)=(.*)$/.exec(text) ?? [];
  const api = named ?? names[0]!;
  if (names.includes(api)) return { api, url };
  throw new Error(
    `STANDPIPE_BASE_URLS names the API ${api}, which is not served. Add --api ${api}, or remove it.`,
  );
}

/** Who knows the served APIs: the gateway's core. */
interface Served {
  readonly apis: ServedApis;
}

/** The API of an account; undefined if the gateway does not serve it now. */
export function servedApi({ apis }: Served, name: string): ServedApi | undefined {
  return Object.hasOwn(apis, name) ? apis[name] : undefined;
}

/** @throws GatewayError 409 if the gateway does not serve the account's API now */
export function apiOf(core: Served, { api }: { readonly api: string }): ServedApi {
  const served = servedApi(core, api);
  if (served) return served;
  throw conflict(`This gateway doesn't serve the API ${api}. Start it with --api ${api}, or a path to it.`);
}

/**
 * The API for a new account. If there are several, the request must name one, so that a key is not sent to the wrong
 * API by mistake.
 * @throws GatewayError 400
 */
export function chosenApi(core: Served, name: string | undefined): ServedApi {
  const names = Object.keys(core.apis);
  const served =
    name === undefined ? (names.length === 1 ? core.apis[names[0]!] : undefined) : servedApi(core, name);
  if (served) return served;
  throw badRequest(`api: must be one of ${names.join(", ")}`);
}

/**
 * The API of a name, or the first one.
 * @throws GatewayError 400
 */
export function namedApi(core: Served, name: string | undefined): ServedApi {
  return chosenApi(core, name ?? Object.keys(core.apis)[0]);
}

/** Prefixes of the APIs' keys, for redaction in logs. */
export function keyStartsOf(apis: readonly GeneratedApi[]): readonly string[] {
  return apis.flatMap(({ catalogue }) => keyStartsIn(catalogue.api.auth));
}
