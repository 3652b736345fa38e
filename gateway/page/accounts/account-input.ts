import type { Account, AccountChange } from "../../accounts/accounts.js";
import type { Core } from "../../core.js";
import { first, type Fields } from "../page-handler.js";

/** Where an account may be: regions, and the operator's further base URLs. */
export function placesOf({ places }: Core): readonly string[] {
  return [...Object.keys(places.regions), ...places.baseUrls];
}

/** What the form asks for; whether it will do is for the API's own schema to say. */
export function inputOf(fields: Fields, { places }: Core): AccountChange {
  const place = first(fields, "place");
  return {
    name: first(fields, "name") ?? "",
    api_key: first(fields, "api_key"),
    ...(place !== undefined && places.baseUrls.includes(place) ? { base_url: place } : { region: place }),
    ...(first(fields, "unchecked") === undefined ? {} : { verify: false }),
  };
}

/** What the form changes of an account: an empty key stays, and so does a place that is the same. */
export function changeOf(fields: Fields, core: Core, account: Account): AccountChange {
  const { name, api_key, verify, ...place } = inputOf(fields, core);
  const isMoved =
    place.base_url === undefined ? place.region !== account.region : place.base_url !== account.base_url;
  return { name, verify, ...(api_key === undefined ? {} : { api_key }), ...(isMoved ? place : {}) };
}
