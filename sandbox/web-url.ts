import { ApiError } from "./api-error.js";

/** @throws ApiError 400 for another kind of URL, because a link to it could run a script */
export function webUrl(url: unknown): string {
  if (typeof url === "string" && /^https?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new ApiError(400, "url must be an http or https URL");
}
