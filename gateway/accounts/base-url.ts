import { originUrls, practiceTarget, withoutTrailingSlashes } from "../../runtime/index.js";
import { servedApi, type ServedApi } from "../apis.js";
import type { Core } from "../core.js";
import { badRequest } from "../error.js";
import type { AccountRow } from "../store/schema.js";

/**
 * The base URL for an account's key now. A release may move a region's server, and the operator may remove a base URL
 * or an API. Undefined if the key must not be sent anywhere.
 */
export function baseUrlOf(
  core: Pick<Core, "apis">,
  { api, region, base_url }: Pick<AccountRow, "api" | "region" | "base_url">,
): string | undefined {
  const urls = servedApi(core, api)?.urls;
  if (!urls) return undefined;
  if (region === null)
    return urls.baseUrls.map(withoutTrailingSlashes).includes(base_url) ? base_url : undefined;
  return Object.hasOwn(urls.regions, region) ? withoutTrailingSlashes(urls.regions[region]!) : undefined;
}

/** URLs of the further origins of an account's API. From a sandbox no call goes elsewhere. */
export function originsOf(
  { catalogue: { api } }: ServedApi,
  { region }: Pick<AccountRow, "region">,
  baseUrl: string,
) {
  return region === "sandbox" ? practiceTarget(api, baseUrl, "").origins : originUrls(api.origins);
}

/**
 * The requested region or base URL, if it is allowed.
 * @throws GatewayError 400
 */
export function allowedBaseUrl(
  { urls }: ServedApi,
  { region, base_url }: { readonly region?: string; readonly base_url?: string },
) {
  if (region !== undefined && base_url !== undefined)
    throw badRequest("region, base_url: only one of them is allowed");
  if (base_url !== undefined) {
    const wanted = withoutTrailingSlashes(base_url);
    if (urls.baseUrls.map(withoutTrailingSlashes).includes(wanted)) return { region: null, base_url: wanted };
    const named = urls.baseUrls.length > 0 ? urls.baseUrls.join(", ") : "none so far";
    throw badRequest(`base_url: must be one of STANDPIPE_BASE_URLS (${named})`);
  }
  const name = region ?? Object.keys(urls.regions)[0]!;
  if (Object.hasOwn(urls.regions, name))
    return { region: name, base_url: withoutTrailingSlashes(urls.regions[name]!) };
  const hint = name === "sandbox" ? "; for the sandbox, start the gateway with --sandbox" : "";
  throw badRequest(`region: must be one of ${Object.keys(urls.regions).join(", ")}${hint}`);
}
