import type { RequestPlan } from "../contract/tool.js";

/** Where an operation is sent: the API's base URL, or that of the origin that its plan names. */
export type BaseUrlOf = (plan: RequestPlan) => string;

/** @param origins base URLs of further origins, by name */
export function baseUrls(baseUrl: string, origins: Readonly<Record<string, string>> = {}): BaseUrlOf {
  return ({ origin }) => {
    if (origin === undefined) return baseUrl;
    const url = Object.hasOwn(origins, origin) ? origins[origin] : undefined;
    if (url === undefined) throw new Error(`There is no URL for the origin ${origin}.`);
    return url;
  };
}
